// What the page shows becomes what the server sent, and what stayed the same is not touched: a plan of a hundred indicators is laid out
// once and not at every key, and what is focused, selected, typed or scrolled in stays so. What is folded open stays open as well.

/** Makes the page equal to what was sent. `before` is what was sent last, where that was the same view. */
export function draw(main: HTMLElement, html: string, before: string | undefined): void {
  if (html === before) return;
  const cards = before === undefined ? undefined : changedCards(html, before);
  const fresh = document.createElement('template');
  // Built by the server out of elements; the policy of the page runs no script in it.
  fresh.innerHTML = cards?.html ?? html;
  if (before === undefined) main.replaceChildren(fresh.content);
  else if (cards === undefined) update(main, fresh.content);
  else {
    const there = [...main.querySelectorAll('article')].slice(cards.first, cards.first + cards.count);
    exchange(there[0]?.parentElement ?? main, there, [...fresh.content.childNodes]);
  }
}

const [OPENED, CLOSED] = ['<article', '</article>'];

/**
 * Where two texts of a page differ in cards alone, which hold no other cards: those that differ, as they are now, and which they were.
 * Reading them is a small part of reading a hundred of them.
 */
function changedCards(now: string, before: string): { readonly html: string; readonly first: number; readonly count: number } | undefined {
  const least = Math.min(now.length, before.length);
  let same = 0;
  while (same < least && now.charCodeAt(same) === before.charCodeAt(same)) same++;
  let rest = 0;
  while (rest < least - same && now.charCodeAt(now.length - 1 - rest) === before.charCodeAt(before.length - 1 - rest)) rest++;
  const from = now.lastIndexOf(OPENED, same - OPENED.length);
  const end = now.indexOf(CLOSED, now.length - rest);
  if (from < 0 || end < 0 || now.slice(from, same).includes(CLOSED) || now.slice(now.length - rest, end).includes(OPENED)) return undefined;
  const html = now.slice(from, end + CLOSED.length);
  const was = before.slice(from, html.length + from + before.length - now.length);
  if (!areCards(html) || !areCards(was)) return undefined;
  return { html, first: countOf(now.slice(0, from)), count: countOf(was) };
}

const areCards = (html: string): boolean =>
  html.endsWith(CLOSED) &&
  html
    .slice(0, -CLOSED.length)
    .split(CLOSED)
    .every((one) => one.startsWith(OPENED));
const countOf = (html: string): number => html.split(OPENED).length - 1;

/** Makes the content of `shown` equal to that of `fresh`, whose nodes it may take. */
function update(shown: Element, fresh: ParentNode): void {
  exchange(shown, [...shown.childNodes], [...fresh.childNodes]);
}

/** Puts nodes in the place of others that stand side by side in one element. */
function exchange(shown: Element, there: readonly ChildNode[], wanted: readonly ChildNode[]): void {
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
  const after = there[thereEnd] ?? there.at(-1)?.nextSibling ?? null;
  let next = there[start] ?? after;
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
