import { commonMark } from '../commonmark.ts';
import { Html } from './element.ts';

/** Headings of a long text stand below those of the page. */
const DEEPER = 3;

/**
 * Long texts of a plan as HTML: paragraphs, lists, tables, emphasis. HTML in them is shown, not obeyed; links become their words and
 * their address, so that a report on paper says it too and nobody is led out of a plan unawares; there are no pictures.
 */
const reader = commonMark();
reader.core.ruler.push('iplan', (state) => {
  for (const token of state.tokens) {
    if (/^h[1-6]$/.test(token.tag)) token.tag = `h${Math.min(6, Number(token.tag[1]) + DEEPER)}`;
    if (token.type === 'fence') token.info = '';
    // Alignment would be a style, which the pages forbid.
    token.attrs = null;
    for (const child of token.children ?? []) if (!child.type.startsWith('link_')) child.attrs = null;
  }
});
const addresses: string[] = [];
reader.renderer.rules.link_open = (tokens, i) => {
  addresses.push(String(tokens[i]?.attrGet('href') ?? ''));
  return '<span class="link">';
};
reader.renderer.rules.link_close = () => {
  const address = addresses.pop() ?? '';
  return `</span> <span class="address">(${reader.utils.escapeHtml(address)})</span>`;
};

export function markdown(text: string): Html {
  addresses.length = 0;
  return new Html(`<div class="long">${reader.render(printable(text))}</div>`);
}

/** What XML has no place for; the marks of direction stay, since Arabic and Hebrew need them. */
const printable = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
