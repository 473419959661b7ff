import type { Command, CompletionItem, InsertReplaceEdit, InsertTextFormat, MarkupKind, Range, TextEdit } from 'vscode-languageserver';
import type { Span } from '../../text/span.ts';
import { content, type Prose, proseFor } from '../prose.ts';
import type { Place } from './place.ts';

/** What the editor understands of completion. */
export interface Abilities {
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  readonly labelDetails: boolean;
  readonly formats: readonly MarkupKind[] | undefined;
  /** It asks for the notes of an item when somebody looks at it. */
  readonly lazyNotes?: boolean;
  /** It carries out commands of the server, which may change other files. */
  readonly commands?: boolean;
}

export interface Offer {
  readonly label: string;
  readonly kind: CompletionItem['kind'];
  /** What is written; the label unless given. */
  readonly text?: string;
  /** The text is a snippet with places to fill in. */
  readonly snippet?: boolean;
  /** Shown beside the label, and after it. */
  readonly detail?: string;
  readonly title?: string;
  readonly doc?: string;
  /** What people call it in their own language: it is found by that too. */
  readonly called?: readonly string[];
  /** Offers of a lower rank come first; `0` to `9`. */
  readonly rank: number;
  /** What is replaced, where it is more than the word under the caret. */
  readonly from?: number;
  readonly preselect?: boolean;
  /** It is the name of something; its notes can be asked for. */
  readonly name?: boolean;
  /** It belongs to the sector that is written in, and comes before its like. */
  readonly near?: boolean;
  /** Shown right behind the label. */
  readonly says?: string;
  /** What else is written, in the same file or by a command in another. */
  readonly also?: { readonly edits?: TextEdit[]; readonly command?: Command };
}

const SNIPPET: InsertTextFormat = 2;
const ADJUST_INDENTATION = 2;

/** Offers as the editor takes them. */
export function itemsOf(offers: readonly Offer[], place: Place, abilities: Abilities): CompletionItem[] {
  const prose = proseFor(abilities.formats);
  // Most replace the word under the caret.
  const word = editsFrom(place, place.word.start, abilities);
  return offers.map((offer) => itemOf(offer, place, abilities, prose, offer.from === undefined ? word : editsFrom(place, offer.from, abilities)));
}

function itemOf(offer: Offer, place: Place, abilities: Abilities, prose: Prose, edit: Edit): CompletionItem {
  const newText = offer.text ?? offer.label;
  return {
    label: offer.label,
    ...(offer.kind === undefined ? {} : { kind: offer.kind }),
    ...(offer.detail === undefined ? {} : { detail: offer.detail }),
    ...(abilities.labelDetails && (offer.title ?? offer.says) !== undefined ? { labelDetails: detailsOf(offer) } : {}),
    ...notes(offer, place, abilities, prose),
    sortText: `${offer.rank}${offer.near === true ? '!' : ''}${offer.label}`,
    // A planner may look for a thing by its title as well as by its id.
    filterText: [offer.label, ...(offer.title === undefined ? [] : [offer.title]), ...(offer.called ?? [])].join(' '),
    ...(offer.preselect === true ? { preselect: true } : {}),
    ...(offer.snippet === true ? { insertTextFormat: SNIPPET, insertTextMode: ADJUST_INDENTATION } : {}),
    textEdit: edit(newText),
    ...(offer.also?.edits === undefined ? {} : { additionalTextEdits: offer.also.edits }),
    ...(offer.also?.command === undefined ? {} : { command: offer.also.command }),
  };
}

const detailsOf = ({ title, says }: Offer): NonNullable<CompletionItem['labelDetails']> => ({
  ...(says === undefined ? {} : { detail: ` ${says}` }),
  ...(title === undefined ? {} : { description: title }),
});

/** What an item says of itself; of a name that is left for when somebody looks at it. */
function notes(offer: Offer, place: Place, abilities: Abilities, prose: Prose): Pick<CompletionItem, 'data' | 'documentation'> {
  if (offer.name === true && offer.also === undefined && abilities.lazyNotes === true) return { data: { uri: place.file.uri, name: offer.label } };
  if (offer.title === undefined && offer.doc === undefined) return {};
  return {
    documentation: content(prose, [offer.title === undefined ? '' : prose.strong(offer.title), offer.doc === undefined ? '' : prose.paragraphs(offer.doc)]),
  };
}

type Edit = (newText: string) => TextEdit | InsertReplaceEdit;

function editsFrom(place: Place, start: number, abilities: Abilities): Edit {
  const range = (span: Span): Range => place.file.tree.rangeIn(place.chunk, span) as Range;
  const insert = range({ start, end: place.caret });
  const replace = range({ start, end: place.word.end });
  return (newText) => (abilities.insertReplace ? { newText, insert, replace } : { newText, range: insert });
}
