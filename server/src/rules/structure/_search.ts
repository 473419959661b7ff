import { type Chunk, perChunk, type Statement } from '../../syntax/tree.ts';
import { NONE } from '../../text/lists.ts';

/**
 * Looks through the statements of a chunk for what few of them hold. Whether a text may hold it is told sooner than whether each of its
 * values does; and where there was none, an edit of one value can only have brought it into that statement.
 */
export function searched<T>(mayHold: (text: string) => boolean, look: (statement: Statement, found: T[]) => void): (chunk: Chunk) => readonly T[] {
  const through = (statements: readonly Statement[], found: T[]): readonly T[] => {
    for (const statement of statements) {
      look(statement, found);
      if (statement.block !== undefined) through(statement.block, found);
    }
    return found;
  };
  const all = ({ text, statements }: Chunk): readonly T[] => (mayHold(text) ? through(statements, []) : NONE);
  return perChunk(all, (chunk, edited, before) => (before.length === 0 ? through([edited], []) : all(chunk)));
}
