import type { Money, Quantity } from '../language/amounts.ts';
import type { Period } from '../language/dates.ts';
import { say, told } from '../text/say.ts';

// How views write figures, money and periods. The same everywhere, whatever the language of the machine.

/** A number with its thousands apart: `1 200 000`, held together by narrow spaces. */
export function grouped(number: number): string {
  const rounded = Math.abs(number) < 1000 ? Math.round(number * 1000) / 1000 : Math.round(number * 100) / 100;
  const [whole, rest] = Math.abs(rounded)
    .toFixed(3)
    .replace(/\.?0+$/, '')
    .split('.') as [string, string?];
  const apart = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return `${rounded < 0 ? '−' : ''}${apart}${rest === undefined ? '' : `.${rest}`}`;
}

/** `74%`, `320 persons`, `5 points (about)`. */
export function figure({ number, unit, estimate }: Quantity): string {
  const said = unit === undefined ? grouped(number) : unit === 'percent' ? `${grouped(number)}%` : `${grouped(number)} ${unit}`;
  return estimate === undefined ? said : `${said} (${estimate})`;
}

/** `at most 2 370 EUR per person per year`. */
export function amount({ number, currency, per, bound, estimate }: Money, fallback?: string): string {
  const code = currency ?? fallback;
  const said = [
    ...(bound === undefined ? [] : [told(bound)]),
    grouped(number),
    ...(code === undefined ? [] : [code]),
    ...per.map((one) => say`per ${told(one)}`),
  ].join(' ');
  return estimate === undefined ? said : `${said} (${estimate})`;
}

/** `2025 to 2028`, `from 2025`, `until 2028`, `2026`; it stays on one line. */
export function span({ from, to }: Period): string {
  if (from === undefined) return to === undefined ? '' : together(say`until ${to.text}`);
  if (to === undefined) return together(say`from ${from.text}`);
  return from.text === to.text ? from.text : together(say`${from.text} to ${to.text}`);
}

const together = (words: string): string => words.replaceAll(' ', '\u00a0');

/** A word of the language as people write it: `action-plan` is an action plan. */
export const spelled = (word: string): string => told(word.replaceAll('-', ' '));
