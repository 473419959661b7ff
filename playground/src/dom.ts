// The few things that every part of the page makes elements with.

/** The element of the page with an id; the page is ours, so it is there. */
export const byId = <E extends HTMLElement = HTMLElement>(id: string): E => document.getElementById(id) as E;

/** An element with properties and what is in it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...inside);
  return element;
}

/** A button that does something. */
export const button = (text: string, act: () => void, properties: Partial<HTMLButtonElement> = {}): HTMLButtonElement =>
  make('button', { type: 'button', onclick: act, ...properties }, text);

/** Says something where a screen reader reads it out and everybody can see it. */
export function tell(sentence: string): void {
  const told = byId('told');
  told.textContent = sentence;
  told.hidden = sentence === '';
}
