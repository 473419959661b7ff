import { date } from './dates.ts';
import { because, holder } from './forms.ts';
import { anyOrder, led, list, map, seq } from './shape.ts';
import { KINDS } from './vocabulary.ts';
import { code, name } from './words.ts';

/** `waive rule on name … until date approved by holder because text`. */
export interface WaiverParts {
  readonly on?: readonly { readonly name: string }[];
  readonly until?: { readonly text: string; readonly end: string };
  readonly by?: { readonly name: string };
  readonly because?: string;
}
export const waiver = map(
  seq({
    rule: code,
    more: anyOrder({ on: led('on', list(name(...KINDS))), until: led('until', date), by: led('approved by', holder), because }),
  }),
  ({ rule, more }) => ({ rule, ...more }),
);
