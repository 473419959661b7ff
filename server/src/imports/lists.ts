import { quote } from '../language/token.ts';
import { type Builder, numbered } from './builder.ts';
import type { Told } from './chapters.ts';
import { Draft } from './draft.ts';
import { type Block, isLegible } from './read/source.ts';
import type { Under } from './subjects.ts';

/** An item of a list below a heading such as "Measures" becomes one, and what is indented below it a step. Whether it did. */
export function listed(block: Block, { lists }: Told, under: Under, builder: Builder): boolean {
  if (block.kind !== 'paragraph' || block.item === undefined || lists === undefined || !isLegible(block.text)) return false;
  if (block.item > 0 && under.last !== undefined && under.last.draft.kind === 'measure')
    return builder.said(block, under.last.draft, `step ${quote(block.text)}`);
  const { number, rest } = numbered(block.text);
  if (lists === 'goal') {
    builder.goal(block.text, under.sector, block);
    return true;
  }
  const kind = lists === 'indicator' ? 'indicator' : 'measure';
  const draft = new Draft(kind, builder.ids.of(kind, number, rest), rest);
  (under.sector?.children ?? builder.top).push(draft);
  if (number !== undefined) draft.say(`number ${quote(number)}`);
  builder.take(block, draft, rest);
  under.last = { draft, sector: under.sector, goals: [], indicators: [], waiting: new Map(), key: undefined };
  return true;
}
