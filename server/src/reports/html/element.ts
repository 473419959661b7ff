import { xml } from '../escape.ts';

// The one way to make HTML and SVG: elements are built, never put together from text, so whatever a plan says is content and nothing else.

/** HTML that was built here. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Child = Html | string | number | undefined | false | readonly Child[];
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const VOID: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'meta']);
/** What of a picture needs no end where it holds nothing. */
const SHAPES: ReadonlySet<string> = new Set(['circle', 'line', 'path', 'rect']);
const NAME = /^[a-z][\w-]*$/i;
const NEVER = /^(?:on|style$|src$|action$)/i;
/** The names of attributes that were looked at already: a page has a hundred thousand attributes and some forty names. */
const allowed = new Map<string, boolean>();

function isAllowed(name: string): boolean {
  let known = allowed.get(name);
  if (known === undefined) allowed.set(name, (known = NAME.test(name) && !NEVER.test(name)));
  return known;
}

/** An element. Attributes without a value are left out; there are no handlers, no styles, and no links but those within the page. */
export function h(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): Html {
  let open = `<${tag}`;
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value === undefined || value === false) continue;
    if (!isAllowed(name) || (name === 'href' && !String(value).startsWith('#'))) throw new Error(`No element may have the attribute ${name}="${value}".`);
    open += ` ${name}="${value === true ? '' : typeof value === 'number' ? value : xml(value)}"`;
  }
  if (VOID.has(tag) || (children.length === 0 && SHAPES.has(tag))) return new Html(`${open}/>`);
  return new Html(`${open}>${textOf(children)}</${tag}>`);
}

function textOf(child: Child): string {
  if (child === undefined || child === false) return '';
  if (child instanceof Html) return child.text;
  if (typeof child === 'string') return xml(child);
  if (typeof child === 'number') return String(child);
  let text = '';
  for (const one of child) text += textOf(one);
  return text;
}

/** What this house has written itself, such as its style: never a word of a plan. */
export const raw = (text: string): Html => new Html(text);

/** Several things one after the other. */
export const all = (...children: readonly Child[]): Html => new Html(textOf(children));

/** Things with something between them. */
export const between = (separator: Child, children: readonly Child[]): Html => all(...children.flatMap((child, i) => (i === 0 ? [child] : [separator, child])));
