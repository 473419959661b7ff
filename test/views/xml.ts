import assert from 'node:assert/strict';

const TOKEN = /<!--[\s\S]*?-->|<\/([a-zA-Z][\w:-]*)\s*>|<([a-zA-Z][\w:-]*)((?:\s+[a-zA-Z_:][\w:.-]*="[^"<]*")*)\s*(\/?)>|[^<]+|</g;
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;

/** Holds a text to the rules of XML: elements that close in their order, attributes in quotation marks, every & spelled out. */
export function wellFormed(text: string): void {
  walk(text);
}

/** The elements of a text in their order. */
export const outline = (text: string): readonly string[] => walk(text);

function walk(text: string): readonly string[] {
  const open: string[] = [];
  const seen: string[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [whole, closed, opened, attributes = '', empty] = match;
    const where = () => JSON.stringify(text.slice(Math.max(0, match.index - 80), match.index + 120));
    assert.notEqual(whole, '<', `A < stands alone: ${where()}`);
    assert.doesNotMatch(open.at(-1) === 'style' ? '' : whole.startsWith('<') ? attributes : whole, ENTITY, where());
    assert.doesNotMatch(whole, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/, where());
    if (closed !== undefined) assert.equal(closed, open.pop(), where());
    if (opened !== undefined) {
      seen.push(opened);
      const names = [...attributes.matchAll(/\s([\w:.-]+)="/g)].map(([, name]) => name);
      assert.equal(new Set(names).size, names.length, `An attribute stands twice: ${where()}`);
      if (empty !== '/') open.push(opened);
    }
  }
  assert.deepEqual(open, []);
  return seen;
}
