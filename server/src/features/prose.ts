import { type MarkupContent, MarkupKind } from 'vscode-languageserver';
import { code, markdown, paragraphs } from '../text/markdown.ts';

/** How hovers and notes are written: as Markdown, or plainly for editors that show none. Whatever comes from a plan is escaped here. */
export interface Prose {
  readonly kind: MarkupKind;
  /** Text of a plan, on one line. */
  text(text: string): string;
  /** Text of a plan with its paragraphs. */
  paragraphs(text: string): string;
  strong(text: string): string;
  /** Words as they are written in a plan. */
  code(words: string): string;
}

const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const MARKDOWN: Prose = {
  kind: MarkupKind.Markdown,
  text: (text) => markdown(line(text)),
  paragraphs,
  strong: (text) => `**${markdown(line(text))}**`,
  code,
};

export const PLAIN: Prose = { kind: MarkupKind.PlainText, text: line, paragraphs: (text) => text.trim(), strong: line, code: (words) => `"${words}"` };

export const proseFor = (formats: readonly MarkupKind[] | undefined): Prose => (formats?.includes(MarkupKind.Markdown) ? MARKDOWN : PLAIN);

export const content = (prose: Prose, blocks: readonly string[]): MarkupContent => ({
  kind: prose.kind,
  value: blocks.filter((block) => block !== '').join('\n\n'),
});
