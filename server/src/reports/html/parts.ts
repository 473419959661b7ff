import type { Severity } from '../../rules/rule.ts';
import { say, told } from '../../text/say.ts';
import type { Light } from '../../views/standing.ts';
import type { Gap, Mention, Place, Seen } from '../../views/view.ts';
import { all, between, type Child, Html, h } from './element.ts';

// What all views are made of.

/** How a view of a plan is drawn. */
export interface Drawing extends Drawn {
  readonly seen: Seen;
}

/** How anything is drawn. */
export interface Drawn {
  /** In an editor: what is mentioned can be clicked, and leads to its line. */
  readonly live: boolean;
  /** How the page names a file: in a report by a path that means the same on every machine, in an editor by its number in a list. */
  readonly shown: (uri: string) => string;
}

/** The attributes by which an element leads back to its line; lines are counted from 1, as people do. */
export const source = ({ shown }: Drawn, place: Place | undefined): { readonly 'data-file'?: string; readonly 'data-line'?: number } =>
  place === undefined ? {} : { 'data-file': shown(place.uri), 'data-line': place.line + 1 };

/** Something with a way back to its line: in an editor a link, on paper only the words. */
export function lead(drawing: Drawn, place: Place | undefined, words: Child, more: { readonly class?: string; readonly title?: string } = {}): Html {
  const attributes = { ...more, class: ['at', more.class].filter(Boolean).join(' '), ...source(drawing, place) };
  return drawing.live && place !== undefined ? h('a', { ...attributes, href: '#' }, words) : h('span', attributes, words);
}

/** Something declared, by its title and number. */
export const titled = (drawing: Drawing, { from: _, ...one }: Mention): Html => named(drawing, one);

/** The same with the plan it comes from, where that is another one. */
export function named(drawing: Drawing, one: Mention): Html {
  return all(
    one.number !== undefined && [h('span', { class: 'number' }, one.number), ' '],
    lead(drawing, one.place, one.title),
    one.from !== undefined && [' ', h('span', { class: 'from' }, `(${one.from})`)],
  );
}

export const namedAll = (drawing: Drawing, some: readonly Mention[]): Html =>
  between(
    ', ',
    some.map((one) => named(drawing, one)),
  );

export type Row = {
  readonly head: Child;
  readonly cells: readonly (Child | { readonly cell: Html })[];
  readonly place?: Place | undefined;
  readonly class?: string;
};

/**
 * A table with its caption, which may be left to those who cannot see the heading above it; the first cell of a row names it. A wide
 * table scrolls in its own frame, which the keyboard reaches; a column with nothing in it is left out.
 */
export function table(
  drawing: Drawn,
  caption: string,
  columns: readonly Child[],
  rows: readonly Row[],
  { class: style, quiet = false }: { readonly class?: string; readonly quiet?: boolean } = {},
): Html {
  const empty = (column: number): boolean => column > 0 && rows.every(({ cells }) => isEmpty(cells[column - 1] as Row['cells'][number]));
  const shown = columns.map((_, column) => column).filter((column) => rows.length === 0 || !empty(column));
  const cellOf = (cell: Row['cells'][number]): Html => (typeof cell === 'object' && cell !== null && 'cell' in cell ? cell.cell : h('td', {}, cell as Child));
  return h(
    'div',
    { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': caption },
    h(
      'table',
      { ...(style && { class: style }) },
      h('caption', { ...(quiet && { class: 'unseen' }) }, caption),
      h('thead', {}, h('tr', {}, ...shown.map((column) => headOf(columns[column] as Child)))),
      h(
        'tbody',
        {},
        ...rows.map((row) =>
          h(
            'tr',
            { ...(row.class && { class: row.class }), ...source(drawing, row.place) },
            h('th', { scope: 'row' }, row.head),
            ...shown.slice(1).map((column) => cellOf(row.cells[column - 1] as Row['cells'][number])),
          ),
        ),
      ),
    ),
  );
}

/** The corner of a table that needs no word is no heading. */
const headOf = (column: Child): Html => (column === '' ? h('td') : h('th', { scope: 'col' }, column));

const isEmpty = (cell: Row['cells'][number]): boolean => cell === '' || (cell instanceof Html && cell.text === '');

/** Something that is only wanted by some: the table beside a picture. */
export const folded = (title: string, ...content: readonly Child[]): Html => h('details', {}, h('summary', {}, title), ...content);

export const SEVERITIES: Readonly<Record<Severity, { readonly mark: string; readonly word: string }>> = {
  error: { mark: '✖', word: 'Error' },
  warning: { mark: '▲', word: 'Warning' },
  information: { mark: 'ℹ', word: 'Note' },
};

/** A finding: its weight, what is wrong, what to do. */
export function finding(drawing: Drawn, gap: Gap): Html {
  const { mark } = SEVERITIES[gap.severity];
  const word = told(SEVERITIES[gap.severity].word);
  return h(
    'span',
    { class: `finding ${gap.severity}${gap.accepted ? ' accepted' : ''}` },
    h('span', { class: 'mark', role: 'img', 'aria-label': gap.accepted ? say`${word}, accepted` : word }, mark),
    ' ',
    lead(drawing, gap.place, gap.message),
    gap.accepted && say` (accepted)`,
    gap.instead !== undefined && !gap.accepted && [' ', h('span', { class: 'instead' }, gap.instead)],
    ' ',
    h('span', { class: 'rule' }, gap.rule),
  );
}

/** Several findings of one thing, each said once. */
export function findings(drawing: Drawn, gaps: readonly Gap[]): Html | undefined {
  const distinct = [...new Map(gaps.map((gap) => [`${gap.rule} ${gap.message}`, gap])).values()];
  return distinct.length === 0 ? undefined : h('ul', { class: 'findings' }, ...distinct.map((gap) => h('li', {}, finding(drawing, gap))));
}

const LIGHT_MARKS: Readonly<Record<Light, string>> = { green: '●', amber: '◆', red: '■', grey: '○' };

/** A traffic light that also reads without colour: each has a shape of its own, and its word beside it. */
export const light = (colour: Light, word: string): Html =>
  h('span', { class: `light ${colour}` }, h('span', { 'aria-hidden': 'true' }, LIGHT_MARKS[colour]), ' ', word);

export const tag = (word: string, more = ''): Html => h('span', { class: `tag ${more}`.trim() }, word);

/** Terms and what is said of them. */
export const facts = (pairs: readonly (readonly [label: string, said: Child])[]): Html | undefined =>
  pairs.length === 0 ? undefined : h('dl', { class: 'facts' }, ...pairs.map(([label, said]) => h('div', {}, h('dt', {}, label), h('dd', {}, said))));

/** What a view says when it has nothing to show, and what to write so that it has. */
export const nothing = (sentence: string): Html => h('p', { class: 'nothing' }, sentence);
