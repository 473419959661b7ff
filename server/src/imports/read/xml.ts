import sax from 'sax';
import { say } from '../../text/say.ts';
import { LIMITS, Refused } from './source.ts';

/** An element with its name without prefix. Text stands among the children in its order. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const MOST_ELEMENTS = 2_000_000;

/** XML as a strict reader has it. Nothing is ever fetched, and no entities are declared: a document type is refused. */
export function readXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const stack = [root];
  let elements = 0;
  const reader = sax.parser(true, { position: false });
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  reader.onerror = () => {
    throw new Refused(say`is damaged: what is in it is no proper XML`);
  };
  reader.ondoctype = () => {
    throw new Refused(say`declares a document type of its own, which no plan needs, and was not read`);
  };
  reader.onopentag = ({ name, attributes }) => {
    if (stack.length > LIMITS.depth) throw new Refused(say`has elements more than ${LIMITS.depth} deep and was not read`);
    if (++elements > MOST_ELEMENTS) throw new Refused(say`holds more elements than a plan does and was not read`);
    const own: Record<string, string> = Object.create(null);
    for (const [key, value] of Object.entries(attributes)) own[local(key)] = String(value);
    const element: Element = { name: local(name), attributes: own, children: [] };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  };
  reader.onclosetag = () => void stack.pop();
  reader.ontext = (words) => void stack.at(-1)?.children.push(words);
  reader.oncdata = (words) => void stack.at(-1)?.children.push(words);
  reader.write(text).close();
  const [first] = elementsIn(root);
  if (first === undefined) throw new Refused(say`is empty`);
  return first;
}

export const elementsIn = (element: Element): readonly Element[] => element.children.filter((child): child is Element => typeof child !== 'string');
export const childrenOf = (element: Element | undefined, name: string): readonly Element[] =>
  element === undefined ? [] : elementsIn(element).filter((child) => child.name === name);
export const childOf = (element: Element | undefined, ...names: readonly string[]): Element | undefined =>
  names.reduce<Element | undefined>((found, name) => childrenOf(found, name)[0], element);
/** All the text in an element. */
export const wordsIn = (element: Element | undefined): string =>
  element === undefined ? '' : element.children.map((child) => (typeof child === 'string' ? child : wordsIn(child))).join('');
