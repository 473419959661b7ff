import { oneLine } from './lines.ts';
/** Text of a user as Markdown that shows it as it was written: nothing in it becomes a link, an image, HTML or a heading. */
export function markdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~$&:]/g, (c) => (c === '<' ? '&lt;' : c === '&' ? '&amp;' : `\\${c}`));
}

/** The same over several lines: paragraphs stay, line breaks within them do not. */
export const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => markdown(oneLine(paragraph)))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');

/** A word of a plan as code; what could end the code is left out. */
export const code = (word: string): string => `\`${word.replace(/[`\r\n]/g, '')}\``;
