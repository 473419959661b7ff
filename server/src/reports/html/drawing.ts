import { type Day, daysBetween } from '../../language/dates.ts';
import { grouped, percent as percentage } from '../../views/figures.ts';
import { type Attributes, type Child, type Html, h } from './element.ts';

// What pictures share: sizes, axes, text that fits.

/** About how wide a letter is, for a font size of 12: there is nobody to ask where pictures are made. */
const LETTER = 6.4;
export const widthOf = (text: string, size = 12): number => text.length * LETTER * (size / 12);

/** A text cut to a width. */
export function fitting(text: string, width: number, size = 12): string {
  const most = Math.floor(width / (LETTER * (size / 12)));
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}

/** A text in lines of a width, the last of them cut. */
export function wrapped(text: string, width: number, most: number, size = 12): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, most);
  if (lines.length > most) shown[most - 1] = fitting(`${shown[most - 1]} ${lines[most]}…`, width, size);
  return shown.map((line) => fitting(line, width, size));
}

/** A picture with words for who cannot see it. */
export const picture = (label: string, width: number, height: number, attributes: Attributes, ...content: readonly Child[]): Html =>
  h(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width: round(width),
      height: round(height),
      role: 'img',
      'aria-label': label,
      ...attributes,
    },
    ...content,
  );

export const round = (number: number): number => Math.round(number * 10) / 10;

/** Days along an axis. */
export function dayScale(from: Day, to: Day, start: number, end: number): (day: Day) => number {
  const days = Math.max(1, daysBetween(from, to));
  return (day) => round(start + ((end - start) * daysBetween(from, day)) / days);
}

/** The years of an axis, thinned out where they would touch. */
export function yearsOn(from: Day, to: Day, width: number): readonly { readonly day: Day; readonly year: string }[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const step = [1, 2, 5, 10, 20, 50].find((each) => (width / Math.max(1, last - first + 1)) * each >= 46) ?? 100;
  const years: { day: Day; year: string }[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last + 1; year += step) years.push({ day: `${year}-01-01`, year: String(year) });
  return years.filter(({ day }) => day >= from && day <= to);
}

/** Round figures between two values, three to five of them. */
export function ticks(low: number, high: number): readonly number[] {
  const span = high - low || 1;
  const power = 10 ** Math.floor(Math.log10(span / 3));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((each) => span / each <= 4) ?? power * 10;
  const found: number[] = [];
  for (let i = Math.ceil(low / step); i * step <= high + step * 1e-6; i++) found.push(Math.round(i * step * 1e6) / 1e6);
  return found;
}

export const tickText = (value: number, percent: boolean): string => (percent ? percentage(value) : grouped(value));

/** The words that stay when a pointer rests on something. */
export const hint = (text: string): Html => h('title', {}, text);
