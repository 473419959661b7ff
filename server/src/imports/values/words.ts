import { folded } from '../../words/languages.ts';
import { NOTHING, OFTEN, STATUSES, UNITS, UNKNOWN } from '../../words/times.ts';
import { isShort } from './reading.ts';

/** How far something has come: one of the words of the language. */
export const statusOf = (text: string): string | undefined => {
  if (!isShort(text)) return undefined;
  const plain = folded(text).replace(/\s*\(?\d{1,3}\s?%\)?$/, '');
  return STATUSES.find(([, word]) => word.test(plain))?.[0];
};

/** `halvjährlich`, `hvert år`, `every 3 months`: how often. */
export function frequencyOf(text: string): string | undefined {
  if (!isShort(text)) return undefined;
  const plain = folded(text);
  const found = OFTEN.find(([, word]) => word.test(plain))?.[0];
  if (found !== undefined) return found;
  const every = /^(?:every|hver(?:t)?|var(?:je|t)?|joka|elke|om de|alle|tous les|toutes les)\s+(\d{1,2})\.?\s+(\p{L}+)$/u.exec(plain);
  const unit = every === null ? undefined : UNITS.find(([, pattern]) => pattern.test(every[2] as string))?.[0];
  return every === null || unit === undefined ? undefined : `every ${every[1]} ${unit}s`;
}

/** `TBC`, `avklares`, `noch offen`: that it is not known yet. */
export const isUnknown = (text: string): boolean => isShort(text) && (UNKNOWN.test(folded(text)) || /^\s*(?:\?+|x{2,}\s*%?)\s*$/i.test(text));

/** `–`, `n/a`, `ingen`: that there is nothing to be said. */
export const isNothing = (text: string): boolean => isShort(text) && NOTHING.test(text.trim().toLowerCase());
