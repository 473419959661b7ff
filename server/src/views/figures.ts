import type { Estimate, Money, Quantity } from '../language/amounts.ts';
import { language, say, told } from '../text/say.ts';

// How figures are written, by the custom of the language that is spoken and nothing of the machine.

/** The languages that write 74% and the one that writes 0.5; the others write 74 % and 0,5 (CLDR). */
const CLOSE: readonly string[] = ['en', 'nl'];
const POINT: readonly string[] = ['en'];

/** A number as a computer keeps it, without the digits in which it is wrong. */
export const rounded = (number: number): number => Number(number.toPrecision(12));

/** Digits of five or more in groups of three: `1 200 000`, held together by narrow spaces. */
const apart = (digits: string): string => (digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, '\u202f'));

/** A number with its thousands apart, and no more decimals than one reads. */
export function grouped(number: number): string {
  const short = Math.abs(number) < 1000 ? Math.round(number * 1000) / 1000 : Math.round(number * 100) / 100;
  const [whole, rest] = Math.abs(short)
    .toFixed(3)
    .replace(/\.?0+$/, '')
    .split('.') as [string, string?];
  const mark = POINT.includes(language()) ? '.' : ',';
  return `${short < 0 ? '−' : ''}${apart(whole)}${rest === undefined ? '' : `${mark}${rest}`}`;
}

/** A number as the plan writes it, its thousands apart. */
export const spaced = (written: string): string => written.replace(/^\d{5,}(?=\.\d+$|$)/, apart);

/** `74%`, in most languages `74 %`, which stays on one line. */
export const percent = (number: number): string => `${grouped(number)}${CLOSE.includes(language()) ? '' : '\u00a0'}%`;

/** `74%`, `320 persons`, `5 points (about)`: a value with what it counts, said by itself or by its indicator. */
export function figure({ number, unit, estimate }: Quantity, counted?: string): string {
  const counts = unit ?? counted;
  const shown = counts === 'percent' ? percent(number) : counts === undefined ? grouped(number) : `${grouped(number)} ${counts}`;
  return roughly(shown, estimate);
}

/** A figure and how exact it is. The words mean something else elsewhere in the language, so they are said together with the figure. */
function roughly(shown: string, estimate: Estimate | undefined): string {
  if (estimate === 'about') return say`${shown} (about)`;
  if (estimate === 'provisional') return say`${shown} (provisional)`;
  return estimate === 'derived' ? say`${shown} (derived)` : shown;
}

/** `at most 2 370 EUR per person per year`. */
export function amount({ number, currency, per, bound, estimate }: Money, fallback?: string): string {
  const words = [grouped(number), currency ?? fallback, ...per.map((one) => say`per ${told(one)}`)].filter((word) => word !== undefined).join(' ');
  return roughly(bound === undefined ? words : bound === 'about' ? say`about ${words}` : `${told(bound)} ${words}`, estimate);
}
