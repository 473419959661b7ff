import { isClosed, textOf } from '../language/token.ts';
import type { Statement } from './tree.ts';

// How a statement stands in the cell of a table: on one row, whatever it says, and read again without loss.

/**
 * A statement on one row, with its block. In texts, `\n` stands for the end of a line, and `\u{…}` for what a table would not keep:
 * several spaces, characters that nobody sees, and what Excel has a meaning of its own for.
 */
export function inOneRow({ word, values, block }: Statement): string {
  const said = values.map(({ kind, image }) => (kind === 'comma' ? ',' : ` ${kind === 'text' ? quoted(textOf(image)) : image}`)).join('');
  return `${word}${said}${block === undefined ? '' : block.length === 0 ? ' { }' : ` { ${block.map(inOneRow).join('; ')} }`}`;
}

const KEPT = /["\\]|\n|(?<= ) |[^\S \n]|\p{C}|_(?=x[0-9a-f]{4}_)/giu;
const quoted = (text: string): string =>
  `"${text.replace(KEPT, (c) => (c === '\n' ? '\\n' : c === '"' || c === '\\' ? `\\${c}` : `\\u{${(c.codePointAt(0) as number).toString(16)}}`))}"`;

/** The texts in a statement on one row; one that is not closed goes to the end, so that nothing is read twice. */
const TEXTS = /"(?:[^"\\]+|\\.|\\$)*(?:"|$)/gs;

/** A statement with nothing in its texts. */
export const withoutTexts = (row: string): string => row.replace(TEXTS, (text) => (isClosed(text) ? '""' : text));

/** A statement of such a cell as plans write it; a text of several lines is written by `written`. */
export const ofOneRow = (row: string, written: (text: string) => string): string =>
  row.replace(TEXTS, (text) => (isClosed(text) ? written(text.slice(1, -1).replace(/\\(?:u\{([0-9a-f]{1,6})\}|(.))/gs, meant)) : text));

function meant(all: string, code: string | undefined, character: string | undefined): string {
  if (code === undefined) return character === 'n' ? '\n' : (character as string);
  return Number.parseInt(code, 16) > 0x10ffff ? all : String.fromCodePoint(Number.parseInt(code, 16));
}
