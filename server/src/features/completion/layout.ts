import { Cursor, type Shape } from '../../language/shape.ts';
import { type Kind, kindRow } from '../../language/vocabulary.ts';

/** Snippets number their places from 1; `$0` is where the caret ends up. */
class Places {
  #next = 1;
  named(text: string): string {
    return `\${${this.#next++}:${escaped(text)}}`;
  }
  empty(): string {
    return `$${this.#next++}`;
  }
  choice(words: readonly string[]): string {
    return `\${${this.#next++}|${words.map((word) => word.replace(/[\\,|}$]/g, '\\$&')).join(',')}|}`;
  }
}

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
const MOST_CHOICES = 40;

/** A whole declaration to fill in: its header and the statements that a good one has. */
export function layout(kind: Kind, title: string): string {
  const places = new Places();
  if (kind === 'waive')
    return `waive ${places.empty()} on ${places.empty()} until ${places.named('2026-12-31')}\n  approved by ${places.empty()}\n  because "${places.empty()}"$0`;
  const row = kindRow(kind);
  const header = row.header === 'entry' ? `${kind} "${places.named(title)}"` : `${kind} ${places.named(`new-${kind}`)} "${places.named(title)}"`;
  const lines = row.outline.split(', ').map((word) => `  ${word} ${value(row.rows[word]?.shape, places)}`);
  return `${header} {\n${lines.join('\n')}\n}$0`;
}

/** A place for a value: a list to choose from, a sample to write over, or an empty one for a name that only the writer knows. */
function value(shape: Shape<unknown> | undefined, places: Places): string {
  const cursor = new Cursor([]);
  shape?.read(cursor);
  const [first] = cursor.expected;
  // Where a name may stand, that is what is meant, whatever else may come before it.
  if (first === undefined || cursor.expected.some((expectation) => expectation.kinds !== undefined)) return places.empty();
  const words = first.words?.map(({ word }) => word) ?? [];
  if (words.length > 1 && words.length <= MOST_CHOICES) return places.choice(words);
  if (first.sample === '"…"') return `"${places.empty()}"`;
  return first.sample === undefined ? places.empty() : places.named(first.sample);
}
