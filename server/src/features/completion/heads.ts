import { CompletionItemKind } from 'vscode-languageserver';
import { noun } from '../../language/nouns.ts';
import { KINDS, type Kind, kindRow } from '../../language/vocabulary.ts';
import { mayStand, TOP_KINDS } from '../../syntax/heads.ts';
import type { Statement } from '../../syntax/tree.ts';
import { language, say, told } from '../../text/say.ts';
import { callings } from '../../words/statements.ts';
import { ICONS } from '../icons.ts';
import type { Offer } from './item.ts';
import { layout } from './layout.ts';
import { enclosing, inFullText, type Place } from './place.ts';

/** What may begin a statement here: those that are missing first, then those that a good one has, then the rest, then what it may hold. */
export function headOffers(place: Place, snippets: boolean): Offer[] {
  const kind = enclosing(place);
  if (place.inside !== undefined && kind === undefined) return categoryOffers(place);
  const statements = kind === undefined ? [] : statementOffers(place, kind);
  // A kind of the top in column 0 begins its declaration there, whatever is still open.
  const kinds = place.column0 && kind !== undefined ? [...TOP_KINDS] : KINDS.filter((candidate) => mayStand(candidate, kind));
  const held = kind === undefined || !place.column0 ? [] : KINDS.filter((candidate) => mayStand(candidate, kind));
  return [...statements, ...[...held, ...kinds].map((candidate) => kindOffer(candidate, snippets))];
}

function kindOffer(kind: Kind, snippets: boolean): Offer {
  const { doc } = kindRow(kind);
  const title = kind === 'waive' ? '' : say`Title`;
  return {
    label: kind,
    kind: ICONS[kind].completion,
    ...(snippets ? { detail: say`new, laid out` } : {}),
    doc,
    ...(language() === 'en' ? {} : { title: noun(kind), called: callings(kind, language()) }),
    rank: 4,
    text: snippets ? layout(kind, title) : `${kind} `,
    snippet: snippets,
  };
}

function statementOffers(place: Place, kind: Kind): Offer[] {
  const row = kindRow(kind);
  const standing = standingIn(place);
  const outline = row.outline.split(', ');
  // Several words may already be typed of one head: `measured ` of `measured by`.
  const first = place.statement.head;
  const begun =
    place.statement.row === undefined && place.statement.kind === undefined && first.start !== place.word.start
      ? place.chunk.text.slice(first.start, place.word.start).replace(/\s+/g, ' ')
      : '';
  return Object.entries(row.rows).flatMap(([word, statement]): Offer[] => {
    if (!word.startsWith(begun) || (begun !== '' && word === begun.trim())) return [];
    if (statement.many !== true && standing.has(word)) return [];
    const rank = statement.required === true && !standing.has(word) ? 0 : outline.includes(word) ? 1 : 2;
    const { notation } = statement.shape;
    return [
      {
        label: word,
        kind: CompletionItemKind.Keyword,
        text: `${word} `,
        detail: notation.length > 60 ? `${notation.slice(0, 57)}…` : notation,
        doc: told(statement.doc),
        called: callings(word, language()),
        rank,
        ...(begun === '' ? {} : { from: first.start }),
      },
    ];
  });
}

/** The statements that already stand in the block, also after the caret; not the one that is being written. */
function standingIn(place: Place): ReadonlySet<string> {
  const inside = place.inside === undefined ? undefined : inFullText(place.chunk, place.inside);
  const others = (inside?.block ?? []).filter((s: Statement) => s.head.start !== place.statement.head.start && s.row !== undefined);
  return new Set(others.map((s) => s.word));
}

/** In the block of a split value stand the categories that the figure is broken down by, and the groups of the plan. */
function categoryOffers(place: Place): Offer[] {
  if (place.inside?.row?.split !== true) return [];
  const offers = new Map<string, Offer>();
  for (const group of place.scope.of('group'))
    offers.set(group.id, { label: group.id, kind: ICONS.group.completion, text: `${group.id} `, title: group.title, detail: 'group', rank: 1 });
  const used = place.scope.of('indicator', 'target').flatMap((d) => d.facts.flatMap((fact) => fact.parts.map((part) => part.category)));
  for (const word of ['women', 'men', ...used])
    if (!offers.has(word)) offers.set(word, { label: word, kind: CompletionItemKind.EnumMember, text: `${word} `, rank: 0 });
  const standing = new Set((inFullText(place.chunk, place.inside)?.block ?? []).map((line) => line.word));
  return [...offers.values()].filter(({ label }) => !standing.has(label));
}
