/** What a token of a statement is. Numbers, dates and names are all words: the statement's shape tells them apart. */
export type TokenKind = 'word' | 'text' | 'comma';

/** One token of a statement. Offsets are relative to the chunk of text that was parsed (`syntax/tree.ts`). */
export interface Token {
  readonly kind: TokenKind;
  /** As written, quotes included. */
  readonly image: string;
  readonly start: number;
  readonly end: number;
}

/** The meaning of a text token: quotes off, escapes resolved, the common indentation of a long text removed. */
export function textOf(image: string): string {
  if (image.startsWith('"""')) {
    const body = image.slice(3, image.length >= 6 && image.endsWith('"""') ? -3 : undefined);
    return dedent(body);
  }
  const closed = image.length > 1 && isClosed(image);
  return image.slice(1, closed ? -1 : undefined).replace(/\\(["\\])/g, '$1');
}

/** As much of a long word or text as a message can bear. */
export const clip = (text: string): string => (text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text);

/** A token as messages show it: on one line and in quotes, whether it has them or not. */
export const quoted = ({ kind, image }: Pick<Token, 'kind' | 'image'>): string =>
  `"${clip(kind === 'text' ? textOf(image).replace(/\s+/g, ' ').trim() : image)}"`;

/** Whether a text token has its closing quotes. */
export function isClosed(image: string): boolean {
  if (image.startsWith('"""')) return image.length >= 6 && image.endsWith('"""');
  if (image.length < 2 || !image.endsWith('"')) return false;
  let backslashes = 0;
  for (let i = image.length - 2; image[i] === '\\'; i--) backslashes++;
  return backslashes % 2 === 0;
}

/** A text as it is written in a plan. */
export function quote(text: string): string {
  return `"${text.replace(/[\r\n]+/g, ' ').replace(/["\\]/g, '\\$&')}"`;
}

function dedent(body: string): string {
  const lines = body.split(/\r\n|\r|\n/);
  const indents = lines
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const common = indents.length === 0 ? 0 : Math.min(...indents.slice(0, 10_000));
  return lines
    .map((line, i) => (i === 0 ? line.trimStart() : line.slice(common)))
    .join('\n')
    .trim();
}
