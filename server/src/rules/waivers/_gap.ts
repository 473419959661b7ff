import type { Waiver } from '../../model/declaration.ts';
import type { Fix, Grounding } from '../rule.ts';

/** The rules about waivers rest on what the language promises of them, not on a publication. */
export const PROMISE: Grounding = {
  cite: 'iplan language reference, waivers',
  finding: 'An accepted gap has an owner, a reason and an end, and is shown wherever the plan is.',
};

/** Takes a waiver out, and its line with it. */
export function removal({ node }: Waiver): Fix {
  const { text } = node.chunk;
  const { start, end } = node.span;
  const line = /^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(end));
  return { title: 'Remove the waiver', node, edits: [{ span: { start, end: end + (line?.[0].length ?? 0) }, text: '' }] };
}
