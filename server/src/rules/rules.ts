// Generated from the files beside it; `npm run generate` writes it anew.
import accountabilityNoAccountable from './accountability/no-accountable.ts';
import type { Rule } from './rule.ts';

export const RULES: readonly Rule[] = [
  accountabilityNoAccountable,
];
