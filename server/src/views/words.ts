import type { Period } from '../language/dates.ts';
import { say, told } from '../text/say.ts';

// How views write periods and words of the language.

/** `2025 to 2028`, `from 2025`, `until 2028`, `2026`; it stays on one line. */
export function span({ from, to }: Period): string {
  if (from === undefined) return to === undefined ? '' : together(say`until ${to.text}`);
  if (to === undefined) return together(say`from ${from.text}`);
  return from.text === to.text ? from.text : together(say`${from.text} to ${to.text}`);
}

const together = (words: string): string => words.replaceAll(' ', '\u00a0');

/** A word of the language as people write it: `action-plan` is an action plan. */
export const spelled = (word: string): string => told(word.replaceAll('-', ' '));
