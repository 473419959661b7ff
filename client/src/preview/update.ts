// What the page shows becomes what the server sent, and what stayed the same is not touched: a plan of a hundred indicators is laid out
// once and not at every key, and what is focused, selected, typed or scrolled in stays so. What is folded open stays open as well.

/** Makes the content of `shown` equal to that of `fresh`, whose nodes it may take. */
export function update(shown: Element, fresh: ParentNode): void {
  const wanted = [...fresh.childNodes];
  const there = [...shown.childNodes];
  let start = 0;
  while (start < wanted.length && start < there.length && (wanted[start] as Node).isEqualNode(there[start] as Node)) start++;
  let [end, thereEnd] = [wanted.length, there.length];
  while (end > start && thereEnd > start && (wanted[end - 1] as Node).isEqualNode(there[thereEnd - 1] as Node)) {
    end--;
    thereEnd--;
  }
  // What differs in between: each takes the place of the next one of its name, or else of its kind, and is new where there is none.
  const named = Map.groupBy(there.slice(start, thereEnd), nameOf);
  const own = wanted.slice(start, end).map((node) => named.get(nameOf(node))?.shift());
  const others = Map.groupBy([...named.values()].flat(), kindOf);
  const after = there[thereEnd] ?? null;
  let next = there[start] ?? null;
  for (const [i, node] of wanted.slice(start, end).entries()) {
    const same = own[i] ?? others.get(kindOf(node))?.shift();
    const placed = same === undefined ? node : become(same, node);
    if (placed === next) next = placed.nextSibling;
    else shown.insertBefore(placed, next);
  }
  while (next !== after && next !== null) {
    const gone = next;
    next = gone.nextSibling;
    gone.remove();
  }
}

const kindOf = (node: ChildNode): string => node.nodeName;
const nameOf = (node: ChildNode): string =>
  node instanceof Element ? `${node.nodeName} ${node.id || (node.getAttribute('aria-label') ?? '')}` : node.nodeName;

/** Makes a node equal to another one of the same kind. */
function become(shown: ChildNode, fresh: ChildNode): ChildNode {
  if (!(shown instanceof Element && fresh instanceof Element)) shown.nodeValue = fresh.nodeValue;
  else if (!shown.isEqualNode(fresh)) {
    for (const { name } of [...shown.attributes]) if (!fresh.hasAttribute(name) && name !== 'open') shown.removeAttribute(name);
    for (const { name, value } of fresh.attributes) if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
    update(shown, fresh);
  }
  return shown;
}
