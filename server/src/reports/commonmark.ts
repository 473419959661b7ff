import MarkdownIt from 'markdown-it';

/**
 * A reader of the Markdown in long texts. HTML is shown as it stands, an address in the text is no link, there are no pictures. Every
 * address may stand in a link, since addresses are only ever shown, never followed.
 * @param without Names of further rules of markdown-it that it leaves out.
 */
export function commonMark(...without: readonly string[]) {
  const reader = new MarkdownIt({ html: false, linkify: false, typographer: false, xhtmlOut: true });
  // Each sign that opens something is tried at every depth: a text of nothing but "[" would take five times as long at the usual 100.
  reader.set({ maxNesting: 20 });
  reader.disable(['image', 'html_block', 'html_inline', ...without]);
  reader.validateLink = () => true;
  return reader;
}
