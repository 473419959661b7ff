import type { InlineCompletionItem, Position } from 'vscode-languageserver';
import type { Day } from '../language/dates.ts';
import { kindRow } from '../language/vocabulary.ts';
import type { Workspace } from '../model/workspace.ts';
import { atHead, inFullText, type Place, placeAt } from './completion/place.ts';
import { declarationIn, suggestion } from './suggest.ts';

/** The next thing that a block lacks, written as the plan itself suggests it; or the value of the statement that was begun. */
export function inlineCompletion(workspace: Workspace, uri: string, position: Position, today: Day): InlineCompletionItem[] {
  const place = placeAt(workspace, uri, position);
  if (place?.inside?.kind === undefined || !isAtLineEnd(place)) return [];
  const text = atHead(place) ? nextStatement(place, today) : beginsValue(place) ? valueFor(place, place.statement.word, today) : undefined;
  if (text === undefined || text === place.typed || !text.startsWith(place.typed)) return [];
  const range = place.file.tree.rangeIn(place.chunk, { start: place.word.start, end: place.caret });
  return range === undefined ? [] : [{ insertText: text, filterText: text, range }];
}

const isAtLineEnd = ({ chunk, caret }: Place): boolean => /^[ \t]*(?:[\r\n}]|$)/.test(chunk.text.slice(caret));
const beginsValue = ({ statement, before }: Place): boolean => statement.row !== undefined && before.length === 0;

const valueFor = (place: Place, word: string, today: Day): string | undefined => {
  const declaration = declarationIn(place);
  return declaration === undefined ? undefined : suggestion(declaration, place.scope, word, today);
};

/** The first statement that a good block has and this one lacks; one whose value the plan tells goes before the others. */
function nextStatement(place: Place, today: Day): string | undefined {
  const inside = place.inside as NonNullable<Place['inside']>;
  const row = kindRow(inside.kind as NonNullable<typeof inside.kind>);
  const whole = inFullText(place.chunk, inside) ?? inside;
  const standing = new Set((whole.block ?? []).filter((one) => one.head.start !== place.statement.head.start).map((one) => one.word));
  if (standing.has('lead')) for (const word of ['accountable', 'responsible']) standing.add(word);
  // A target has one form, whichever it is.
  if (inside.kind === 'target' && [...standing].some((word) => /^(?:at least|at most|exactly|below|above|increase by|decrease by)$/.test(word)))
    standing.add('at least');
  const required = Object.keys(row.rows).filter((word) => row.rows[word]?.required === true);
  const missing = [...new Set([...required, ...row.outline.split(', ')])].filter((word) => word !== '' && !standing.has(word) && word.startsWith(place.typed));
  for (const word of missing) {
    const value = valueFor(place, word, today);
    if (value !== undefined) return `${word} ${value}`;
  }
  return missing[0] === undefined ? undefined : `${missing[0]} `;
}
