import type { Grounding } from '../rule.ts';

/** The rules about waivers rest on what the language promises of them, not on a publication. */
export const PROMISE: Grounding = {
  cite: 'iplan language reference, waivers',
  finding: 'An accepted gap has an owner, a reason and an end, and is shown wherever the plan is.',
};
