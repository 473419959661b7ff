import type { Draft } from '../../imports/draft.ts';
import { planOf } from '../../imports/plan.ts';
import { textOf } from '../../imports/write.ts';
import { HOLDERS } from '../../language/forms.ts';
import type { Scope } from '../../model/scope.ts';
import { namesFrom } from './extract.ts';
import type { PastedText } from './table.ts';

/** What is written in the place of a table, and the people who have to be declared for it. */
export interface Made {
  readonly text: string;
  readonly people: string;
}

/** The indicators and targets of a pasted table as an import would write them; what it would only report stands in comments. */
export function pastedIndicators({ layout }: PastedText, scope: Scope, indent: string): Made {
  const around = { ids: namesFrom(scope), holders: holdersIn(scope) };
  const source = { name: 'table', format: 'text', blocks: layout === undefined ? [] : [layout.grid] };
  // Nothing in a table of indicators is dated from today.
  const { top, holders, plan, ledger, layouts } = planOf([source], { today: '2000-01-01', around });
  const headings = new Set(layouts.flatMap(([, { columns }]) => columns.flatMap(({ cells }) => cells)));
  const left = ledger.pieces.flatMap(([, piece]) => ('left' in ledger.fateOf(piece) && !headings.has(piece as never) ? [piece.text] : []));
  const comments = [...plan.about, ...left].map((text) => `# ${text.replace(/\s+/g, ' ')}\n`);
  const text = [...comments, ...top.map(inPlace)].join('');
  return { text: text.replace(/^(?=.)/gm, indent), people: holders.map((draft) => textOf(draft)).join('\n') };
}

/** A field of policy would hold the others; in the place of a table its name stands above them. */
const inPlace = (draft: Draft): string =>
  draft.kind === 'sector' ? [`# ${draft.title}\n`, ...draft.children.map((child) => textOf(child))].join('') : textOf(draft);

/** Those who act in a plan or above it, by their ids and titles; the nearest last. */
export const holdersIn = (scope: Scope): readonly (readonly [name: string, id: string])[] =>
  [scope, ...scope.ancestors].toReversed().flatMap((one) => one.of(...HOLDERS).flatMap(({ id, title }) => [[id, id] as const, [title, id] as const]));
