import { say, told } from '../../text/say.ts';
import { STATES } from '../../views/standing.ts';
import { type Chapter, type Listing, type MeasureRow, text as view } from '../../views/text.ts';
import { all, between, type Html, h } from './element.ts';
import { markdown } from './markdown.ts';
import { type Drawing, facts, light, named, namedAll, nothing, table } from './parts.ts';

/** The plan as a document, chapter by chapter. */
export function text(drawing: Drawing): Html {
  const document = view(drawing.seen);
  return all(
    document.vision !== undefined && [h('h3', {}, say`Vision`), markdown(document.vision)],
    document.about !== undefined && markdown(document.about),
    document.principles.length > 0 && [h('h3', {}, say`Principles`), h('ul', {}, ...document.principles.map((principle) => h('li', {}, principle)))],
    facts(document.lines.map(({ label, text: said }) => [label, said] as const)),
    ...document.chapters.map((chapter) => chapterOf(chapter, drawing)),
    ...document.listings.map((listing) => listingOf(listing, drawing)),
  );
}

function chapterOf(chapter: Chapter, drawing: Drawing): Html {
  const { title } = chapter;
  return h(
    'div',
    { class: 'chapter' },
    h('h3', {}, chapter.sector === undefined ? title : named(drawing, chapter.sector)),
    isEmpty(chapter) && nothing(say`The plan says no more of it.`),
    chapter.lead.length > 0 && h('p', {}, say`Led by `, namedAll(drawing, chapter.lead), '.'),
    chapter.about !== undefined && markdown(chapter.about),
    chapter.goals.length > 0 && [
      h('h4', {}, say`Goals`),
      h('ul', {}, ...chapter.goals.map(({ goal, about }) => h('li', {}, named(drawing, goal), about !== undefined && markdown(about)))),
    ],
    chapter.responsibilities.length > 0 && tasks(chapter.responsibilities, say`Responsibilities: ${title}`, say`Responsibility`, drawing),
    chapter.measures.length > 0 && tasks(chapter.measures, say`Measures: ${title}`, say`Measure`, drawing),
    chapter.targets.length > 0 &&
      table(
        drawing,
        say`Targets: ${title}`,
        [say`Target`, say`Asks for`, say`State`, say`Measured by`, say`Owner`],
        chapter.targets.map((one) => ({
          head: named(drawing, one.target),
          cells: [
            one.asks,
            all(light(one.light, told(STATES[one.state])), h('div', { class: 'reason' }, one.reason)),
            one.indicator === undefined ? '' : named(drawing, one.indicator),
            one.owner ?? '',
          ],
          place: one.target.place,
        })),
      ),
    chapter.indicators.length > 0 && [
      h('h4', {}, say`Indicators`),
      h('ul', {}, ...chapter.indicators.map(({ indicator, definition }) => h('li', {}, named(drawing, indicator), definition !== '' && markdown(definition)))),
    ],
  );
}

const isEmpty = ({ about, goals, responsibilities, measures, targets, indicators }: Chapter): boolean =>
  about === undefined && goals.length + responsibilities.length + measures.length + targets.length + indicators.length === 0;

const tasks = (rows: readonly MeasureRow[], caption: string, kind: string, drawing: Drawing): Html =>
  table(
    drawing,
    caption,
    [kind, say`Answers for it`, say`With`, say`When`, say`For`, say`Serves`, say`Budget`, say`Status`],
    rows.map((row) => ({
      head: all(
        named(drawing, row.measure),
        row.about !== undefined && markdown(row.about),
        row.steps.length > 0 && h('ol', { class: 'steps' }, ...row.steps.map((step) => h('li', {}, step))),
      ),
      cells: [
        namedAll(drawing, row.lead),
        namedAll(drawing, row.partners),
        row.when,
        namedAll(drawing, row.groups),
        namedAll(drawing, row.serves),
        row.budget,
        row.status,
      ],
      place: row.measure.place,
    })),
    { class: 'tasks' },
  );

const listingOf = ({ title, entries }: Listing, drawing: Drawing): Html =>
  h(
    'div',
    { class: 'chapter' },
    h('h3', {}, title),
    h(
      'dl',
      { class: 'listing' },
      ...entries.map(({ who, about, lines }) =>
        h(
          'div',
          {},
          h('dt', {}, named(drawing, who)),
          h(
            'dd',
            {},
            about !== undefined && markdown(about),
            between(
              ' · ',
              lines.map(({ label, text: said }) => all(h('span', { class: 'word' }, label), ' ', said)),
            ),
          ),
        ),
      ),
    ),
  );
