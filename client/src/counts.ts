// How many findings there are, in words and as a badge.
import { counted } from '../../server/src/language/nouns.ts';
import type { Counts } from './messages.ts';

const NOUNS = { error: 'error', warning: 'warning', information: 'hint' } as const;

/** `2 errors, 1 hint`; nothing where there is nothing. */
export const findingsSaid = (counts: Counts): string =>
  (['error', 'warning', 'information'] as const)
    .filter((weight) => counts[weight] > 0)
    .map((weight) => counted(counts[weight], NOUNS[weight]))
    .join(', ');

/** The heaviest findings as the two letters of a badge; hints alone have none. */
export function badge({ error, warning }: Counts): string | undefined {
  const many = error > 0 ? error : warning;
  return many === 0 ? undefined : many > 99 ? '9+' : String(many);
}
