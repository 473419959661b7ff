// What the server writes as Markdown holds words of a plan, and a plan may come from anybody's link. So whatever Markdown became is built
// anew from a closed list of elements; the policy of the page would run nothing of the rest either.

const ELEMENTS = new Set('P STRONG EM CODE PRE UL OL LI BR H1 H2 H3 H4 H5 H6 TABLE THEAD TBODY TR TH TD HR BLOCKQUOTE DEL SPAN'.split(' '));
const DROPPED = new Set('SCRIPT STYLE TEMPLATE IFRAME OBJECT EMBED SVG MATH TITLE TEXTAREA NOSCRIPT SELECT'.split(' '));

/** HTML with nothing in it but text, its shape, and links that lead to pages of the web. */
export function harmless(html: string): string {
  const given = new DOMParser().parseFromString(html, 'text/html').body;
  const made = document.implementation.createHTMLDocument('').body;
  copy(given, made);
  return made.innerHTML;
}

function copy(from: Node, to: Element): void {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(node.textContent ?? '');
    if (!(node.nodeType === Node.ELEMENT_NODE) || DROPPED.has((node as Element).tagName.toUpperCase())) continue;
    const { tagName } = node as Element;
    const address = tagName === 'A' ? ((node as Element).getAttribute('href') ?? '') : '';
    if (/^https:\/\//i.test(address)) copy(node, link(to, address));
    else if (ELEMENTS.has(tagName)) copy(node, to.appendChild(to.ownerDocument.createElement(tagName)));
    else copy(node, to);
  }
}

function link(to: Element, address: string): Element {
  const made = to.ownerDocument.createElement('a');
  made.href = address;
  made.target = '_blank';
  made.rel = 'noopener noreferrer';
  return to.appendChild(made);
}
