import { counted } from '../../language/nouns.ts';
import { say, told } from '../../text/say.ts';
import { type Link, type MandateRow, mandates as view } from '../../views/mandates.ts';
import { all, between, type Html, h } from './element.ts';
import { type Drawing, findings, named, nothing, table, tag, titled } from './parts.ts';

export function mandates(drawing: Drawing): Html {
  const links = view(drawing.seen);
  if (links.length === 1 && links[0]?.mandates.length === 0)
    return nothing(say`The plan stands under no other in this workspace and gives no duty to a level below.`);
  return all(
    h(
      'ol',
      { class: 'chain', 'aria-label': say`The chain of levels, from the top` },
      ...byLevel(links).map((some) => h('li', {}, ...some.map((link) => step(link, drawing)))),
    ),
    ...links
      .filter((link) => link.mandates.length > 0)
      .map((link) =>
        all(h('h3', {}, link.here ? say`Duties that this plan gives` : all(say`Duties from `, titled(drawing, link.plan))), tableOf(link, drawing)),
      ),
  );
}

/** Whether something carries a duty out; one that binds nobody may stay open. */
const isTaken = (row: MandateRow): boolean => row.takenUp.length > 0;

/** Plans of one level that stand above each other stand together in the chain. */
function byLevel(links: readonly Link[]): readonly (readonly Link[])[] {
  const steps: Link[][] = [];
  for (const link of links) {
    const last = steps.at(-1);
    if (last !== undefined && last[0]?.level === link.level && !link.here) last.push(link);
    else steps.push([link]);
  }
  return steps;
}

function step({ plan, level, here, mandates: rows }: Link, drawing: Drawing): Html {
  const must = rows.filter(({ force, validity }) => force === 'must' && validity === 'in force');
  const open = must.filter((row) => !isTaken(row)).length;
  const count = here ? (rows.length === 0 ? '' : say`gives ${counted(rows.length, 'duty')}`) : say`${counted(rows.length, 'duty')} for this plan`;
  return h(
    'div',
    { class: here ? 'step here' : 'step' },
    h('b', {}, titled(drawing, plan)),
    h('div', { class: 'reason' }, [level, count].filter(Boolean).join(' · ')),
    !here && must.length > 0 && h('div', {}, open === 0 ? tag(say`all taken up`, 'good') : tag(say`${open} of ${must.length} not taken up`, 'bad')),
  );
}

export const FORCES = { must: 'must be done', should: 'should be done', may: 'may be done' } as const;

function tableOf({ here, plan, mandates: rows }: Link, drawing: Drawing): Html {
  const caption = here ? say`What this plan asks of others` : say`What is asked of this plan by ${plan.title}, and who takes it up`;
  return table(
    drawing,
    caption,
    [say`Duty`, say`From, to`, say`Due`, say`Money`, say`Free to decide`, here ? say`Taken up below` : say`Taken up by`],
    rows.map((row) => ({
      head: all(
        titled(drawing, row.mandate),
        ' ',
        tag(told(FORCES[row.force])),
        row.validity !== 'in force' && [' ', tag(row.validity === 'ended' ? 'ended' : say`not yet in force`, 'warn')],
        row.duty !== '' && h('div', { class: 'reason' }, row.duty),
        row.when !== undefined && h('div', { class: 'reason' }, `When ${row.when}`),
        row.basis !== undefined && h('div', { class: 'reason' }, row.basis),
        findings(drawing, row.gaps),
      ),
      cells: [
        all(row.from, ' → ', row.to),
        row.deadline,
        row.funding.length === 0 ? tag(say`no money`, row.force === 'must' ? 'warn' : '') : between(h('br'), row.funding),
        row.discretion.length === 0 ? say`not said` : row.discretion.join(', '),
        here ? below(row, drawing) : taken(row, drawing),
      ],
      place: row.mandate.place,
    })),
  );
}

const below = (row: MandateRow, drawing: Drawing): Html => {
  if (row.below === undefined) return taken(row, drawing);
  const { of, have } = row.below;
  return all(
    of === 0 ? say`none of the plans below are asked` : tag(`${have} of ${of} plans`, have === of ? 'good' : 'bad'),
    have > 0 && have <= 5 && taken(row, drawing),
  );
};

function taken(row: MandateRow, drawing: Drawing): Html {
  if (!isTaken(row)) return tag('nobody', row.force === 'must' && row.validity === 'in force' ? 'bad' : '');
  return h(
    'ul',
    { class: 'plain' },
    ...row.takenUp
      .slice(0, 8)
      .map(({ task, answers }) => h('li', {}, named(drawing, task), answers.length > 0 && h('span', { class: 'reason' }, ` — ${answers.join(', ')}`))),
    row.takenUp.length > 8 && h('li', {}, say`and ${row.takenUp.length - 8} more`),
  );
}
