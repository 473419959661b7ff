import { Cursor, type Expectation, type Shape } from './shape.ts';
import type { Token } from './token.ts';

/** Words that say the least where one of many must be said. */
const MODEST = ['other', 'local', 'action-plan', 'medium'];

/**
 * Something that a shape takes, written as in a plan: it is made of what the shape says it would take, until that is enough.
 * Names are such that the rule about names asks for them. `undefined` where the shape never comes to an end.
 */
export function sampleOf(shape: Shape<unknown>): string | undefined {
  const images: string[] = [];
  while (images.length < 12) {
    const cursor = new Cursor(images.map(token));
    if (shape.read(cursor) !== undefined && cursor.at === images.length) return images.join(' ').replaceAll(' ,', ',');
    const next = cursor.furthest === images.length ? written(cursor.expected[0]) : undefined;
    if (next === undefined) return undefined;
    images.push(...next);
  }
  return undefined;
}

function written(expectation: Expectation | undefined): readonly string[] | undefined {
  if (expectation === undefined) return undefined;
  const { words = [], sample, kinds = [] } = expectation;
  if (words.length > 0) return (words.find(({ word }) => MODEST.includes(word)) ?? words[0])?.word.split(' ');
  if (sample === '"…"') return ['"TODO"'];
  if (sample !== undefined) return sample.split(' ');
  return kinds.length > 0 ? [`name-the-${kinds.length > 3 ? 'actor' : kinds[0]}`] : undefined;
}

const token = (image: string): Token => ({ kind: image.startsWith('"') ? 'text' : image === ',' ? 'comma' : 'word', image, start: 0, end: 0 });
