import { say } from '../../text/say.ts';
import { type Cell, type Heat, coverage as view } from '../../views/coverage.ts';
import type { Gap } from '../../views/view.ts';
import { all, type Child, type Html, h } from './element.ts';
import { type Drawing, finding, folded, named, namedAll, nothing, SEVERITIES, source, table, titled } from './parts.ts';

export function coverage(drawing: Drawing): Html {
  const tables = view(drawing.seen);
  if (tables.length === 0) return nothing(say`There is nothing to cover yet: the plan has no sector, no group and no body, and follows no framework.`);
  return all(...tables.map((heat) => one(heat, drawing)));
}

const keyOf = (gap: Gap): string => `${gap.rule} ${gap.message}`;

function one(heat: Heat, drawing: Drawing): Html {
  // Each finding has a number, by which the empty cells tell which it is.
  const gaps = new Map<string, { readonly gap: Gap; readonly number: number }>();
  for (const { gap } of heat.rows.flatMap((row) => row.cells))
    if (gap !== undefined && !gaps.has(keyOf(gap))) gaps.set(keyOf(gap), { gap, number: gaps.size + 1 });
  const numberOf = (gap: Gap): number => gaps.get(keyOf(gap))?.number as number;
  return h(
    'div',
    { class: 'heat' },
    h('h3', {}, heat.title),
    h('p', { class: 'question' }, heat.question),
    table(
      drawing,
      heat.title,
      ['', ...heat.columns.map((column) => (typeof column === 'string' ? column : titled(drawing, column)))],
      heat.rows.map((row) => ({
        head: h('span', { class: `deep${Math.min(row.depth, 4)}` }, titled(drawing, row.head)),
        cells: row.cells.map((cell) => ({ cell: cellOf(cell, drawing, numberOf) })),
        place: row.head.place,
      })),
      { class: 'heatmap', quiet: true },
    ),
    gaps.size > 0 &&
      h(
        'ol',
        { class: 'findings numbered', 'aria-label': say`What the empty cells of "${heat.title}" are` },
        ...[...gaps.values()].map(({ gap }) => h('li', {}, finding(drawing, gap))),
      ),
    outline(heat, drawing),
  );
}

const shade = (count: number): string => (count === 0 ? 'n0' : count === 1 ? 'n1' : count <= 3 ? 'n2' : 'n3');

function cellOf({ members, gap }: Cell, drawing: Drawing, numberOf: (gap: Gap) => number): Html {
  const only = members.length === 1 ? members[0] : undefined;
  const place = gap?.place ?? only?.place;
  const title = gap?.message ?? members.map((member) => member.title).join(', ');
  const attributes = {
    class: gap === undefined ? shade(members.length) : `gap ${gap.severity}${gap.accepted ? ' accepted' : ''}`,
    ...(title !== '' && { title }),
    ...source(drawing, place),
  };
  if (gap !== undefined)
    return h(
      'td',
      attributes,
      h('span', { class: 'mark', 'aria-hidden': 'true' }, SEVERITIES[gap.severity].mark),
      h('span', { class: 'unseen' }, say`Nothing; see finding `),
      h('sup', {}, numberOf(gap)),
    );
  return h(
    'td',
    attributes,
    members.length === 0
      ? all(h('span', { 'aria-hidden': 'true' }, '–'), h('span', { class: 'unseen' }, say`nothing, and no rule asks for it`))
      : members.length,
  );
}

/** The same as an outline, with the names behind the counts. */
function outline(heat: Heat, drawing: Drawing): Html | undefined {
  const label = (column: Heat['columns'][number]): Child => (typeof column === 'string' ? column : column.title);
  const rows = heat.rows.flatMap((row) => {
    const filled = row.cells.flatMap((cell, i) =>
      cell.members.length === 0 ? [] : [h('li', {}, label(heat.columns[i] as string), ': ', namedAll(drawing, cell.members))],
    );
    return filled.length === 0 ? [] : [h('li', {}, named(drawing, row.head), h('ul', {}, ...filled))];
  });
  return rows.length === 0 ? undefined : folded(say`What stands where`, h('ul', { class: 'outline' }, ...rows));
}
