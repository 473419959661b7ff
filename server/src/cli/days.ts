import { type Day, dayOf as localDay, parseDate } from '../language/dates.ts';
import { say } from '../text/say.ts';
import { type Arguments, UsageError } from './usage.ts';

/** The day of `--as-of`. */
export function dayOf(options: Arguments['options']): Day | undefined {
  const value = options.get('as-of');
  if (value === undefined) return undefined;
  const date = parseDate(value);
  if (date === undefined || date.start !== date.end) throw new UsageError(say`--as-of takes a day such as 2027-12-31, not "${value}".`);
  return date.start;
}

/** Today where the machine stands. */
export const today = (): Day => localDay(new Date());
