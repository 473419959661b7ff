import { quote } from '../../language/token.ts';
import type { Draft } from '../draft.ts';
import { written } from '../draft.ts';

/** What the head of a report in JSON says of the plan, in statements. */
export function headSaid(head: Readonly<Record<string, unknown>>, plan: Draft): void {
  const text = (word: string): string | undefined => (typeof head[word] === 'string' ? (head[word] as string) : undefined);
  const levels = head['level'];
  if (text('kind') !== undefined && text('kind') !== 'action-plan') plan.say(`kind ${text('kind')}`);
  if (Array.isArray(levels) && levels.length > 0) plan.say(`level ${levels.join(', ')}`);
  const [from, to] = [text('from'), text('to')];
  if (from !== undefined || to !== undefined) plan.say(`period ${shortened(from, to)}`);
  if (text('territory') !== undefined)
    plan.say(`territory ${quote(text('territory') as string)}${text('territoryCode') === undefined ? '' : ` ${text('territoryCode')}`}`);
  for (const word of ['status', 'country', 'currency', 'language'] as const) if (text(word) !== undefined) plan.say(`${word} ${text(word)}`);
  if (text('vision') !== undefined) plan.say(`vision ${written(text('vision') as string)}`);
  if (text('about') !== undefined) plan.tell(text('about') as string);
}

/** Whole years as years. */
function shortened(from: string | undefined, to: string | undefined): string {
  const start = from?.replace(/-01-01$/, '');
  const end = to?.replace(/-12-31$/, '');
  if (start === undefined) return `until ${end}`;
  return end === undefined ? `from ${start}` : `${start} to ${end}`;
}
