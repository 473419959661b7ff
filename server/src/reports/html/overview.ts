import { counted } from '../../language/nouns.ts';
import { say, told } from '../../text/say.ts';
import type { AcceptedGap, Overview } from '../../views/overview.ts';
import { overview as view } from '../../views/overview.ts';
import { LIGHTS, STATES, type Standing } from '../../views/standing.ts';
import type { Moment } from '../../views/timeline.ts';
import { all, type Html, h } from './element.ts';
import { markdown } from './markdown.ts';
import { type Drawing, facts, finding, lead, light, named, namedAll, nothing, SEVERITIES, table, tag } from './parts.ts';

export function overview(drawing: Drawing): Html {
  const data = view(drawing.seen);
  return all(
    data.vision !== undefined && h('div', { class: 'vision' }, markdown(data.vision)),
    facts(data.said.map((said) => [said.label, said.text] as const)),
    numbers(data),
    h(
      'div',
      { class: 'columns' },
      h('div', {}, coverage(data), targets(data, drawing), deadlines(data, drawing)),
      h('div', {}, gravest(data, drawing), gaps(data.gaps, drawing)),
    ),
  );
}

function numbers({ counts, below }: Overview): Html {
  return h(
    'ul',
    { class: 'numbers', 'aria-label': say`The plan in numbers` },
    ...counts.map(({ label, count }) => h('li', {}, h('b', {}, count), ' ', label)),
    below > 0 && h('li', {}, h('b', {}, below), ' ', below === 1 ? say`plan below` : say`plans below`),
  );
}

function coverage({ shares }: Overview): Html | undefined {
  if (shares.length === 0) return undefined;
  const kindOf = (have: number, of: number) => (have === of ? 'whole' : have === 0 ? 'none' : 'part');
  return all(
    h('h3', {}, say`Coverage`),
    h(
      'ul',
      { class: 'shares' },
      ...shares.map(({ label, have, of }) =>
        h(
          'li',
          { class: kindOf(have, of) },
          h('span', { class: 'label' }, of === 1 ? say`${have} of ${of} sectors has ${label}` : say`${have} of ${of} sectors have ${label}`),
          bar(have / of),
        ),
      ),
    ),
  );
}

/** How much of something there is; the words stand beside it. */
export const bar = (share: number, more = ''): Html =>
  h(
    'svg',
    { class: `bar ${more}`.trim(), viewBox: '0 0 100 8', width: 100, height: 8, 'aria-hidden': 'true', preserveAspectRatio: 'none' },
    h('rect', { class: 'bar-all', x: 0, y: 0, width: 100, height: 8, rx: 2 }),
    share > 0 && h('rect', { class: 'bar-part', x: 0, y: 0, width: Math.round(Math.min(1, share) * 100), height: 8, rx: 2 }),
  );

function targets({ states }: Overview, drawing: Drawing): Html {
  if (states.length === 0) return all(h('h3', {}, say`Targets`), nothing(say`The plan has no target: nobody will be able to tell whether it was reached.`));
  return all(
    h('h3', {}, say`Targets`),
    h(
      'ul',
      { class: 'states' },
      ...states.map(({ state, targets: some }) =>
        h(
          'li',
          {},
          light(LIGHTS[state], `${told(STATES[state])}: ${some.length}`),
          h('ul', {}, ...some.slice(0, 5).map((one) => h('li', {}, standing(one, drawing))), more(some.length - 5)),
        ),
      ),
    ),
  );
}

const more = (count: number): Html | false => count > 0 && h('li', { class: 'more' }, say`and ${count} more`);

const standing = ({ target, asks, reason }: Standing, drawing: Drawing): Html =>
  all(named(drawing, target), asks !== '' && ` — ${asks}. `, h('span', { class: 'reason' }, reason));

function deadlines({ overdue, next }: Overview, drawing: Drawing): Html {
  const line = (one: Moment): Html => h('li', {}, h('time', { datetime: one.day }, one.date), ' ', one.what, ' · ', named(drawing, one.about));
  return all(
    overdue.length > 0 && [h('h3', {}, say`Overdue`), h('ul', { class: 'moments overdue' }, ...overdue.slice(0, 8).map(line), more(overdue.length - 8))],
    h('h3', {}, say`Next`),
    next.length === 0 ? nothing(say`No date lies ahead.`) : h('ul', { class: 'moments' }, ...next.map(line)),
  );
}

function gravest({ findings, gravest: some }: Overview, drawing: Drawing): Html {
  const counts = (['error', 'warning', 'information'] as const).filter((severity) => findings[severity] > 0);
  const nouns = { error: 'error', warning: 'warning', information: 'note' } as const;
  return all(
    h('h3', {}, say`Findings`),
    counts.length === 0
      ? nothing(say`The checker has nothing to say.`)
      : all(
          h(
            'p',
            { class: 'counts' },
            ...counts.map((severity) => [
              h('span', { class: `finding ${severity}` }, `${SEVERITIES[severity].mark} ${counted(findings[severity], nouns[severity])}`),
              ' ',
            ]),
          ),
          h('ul', { class: 'findings' }, ...some.map((gap) => h('li', {}, finding(drawing, gap)))),
        ),
  );
}

export function gaps(some: readonly AcceptedGap[], drawing: Drawing): Html | undefined {
  if (some.length === 0) return undefined;
  return all(
    h('h3', {}, say`Accepted gaps`),
    table(
      drawing,
      say`Gaps that are known and accepted`,
      [say`Gap`, say`Until`, say`Approved by`, say`Because`],
      some.map((gap) => ({
        head: all(lead(drawing, gap.at.place, gap.what), gap.on.length > 0 && [' — ', namedAll(drawing, gap.on)], ' ', h('span', { class: 'rule' }, gap.rule)),
        cells: [all(gap.until ?? say`no end`, gap.ended && [' ', tag('ended', 'bad')]), gap.by ?? 'nobody', gap.because ?? say`no reason given`],
        place: gap.at.place,
      })),
    ),
  );
}
