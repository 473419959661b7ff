import type { Quantity } from '../language/amounts.ts';
import { FORMS, type Form } from '../language/forms.ts';
import type { Deadline } from '../language/times.ts';
import type { Declaration, Fact, Part } from './declaration.ts';

/** What a target asks for: its form, its value and until when. */
export interface Aim {
  readonly form: Form;
  readonly fact: Fact;
  readonly value: Quantity;
  readonly deadline?: Deadline;
  readonly parts: readonly Part[];
}

/** The statement that says what a target asks for, be it read or not. */
export const aimFact = (target: Declaration<'target'>): Fact<{ value: Quantity; deadline?: Deadline }> | undefined => {
  for (const form of FORMS) {
    const fact = target.one(form);
    if (fact !== undefined) return fact as Fact<{ value: Quantity; deadline?: Deadline }>;
  }
  return undefined;
};

export function aimOf(target: Declaration<'target'>): Aim | undefined {
  const fact = aimFact(target);
  return fact?.value === undefined ? undefined : { form: fact.word as Form, fact, parts: fact.parts, ...fact.value };
}

export const UP: ReadonlySet<Form> = new Set(['at least', 'above', 'increase by']);
export const DOWN: ReadonlySet<Form> = new Set(['at most', 'below', 'decrease by']);

/** Whether an indicator counts in percent, so that a difference needs `points` or `percent`. */
export const inPercent = (indicator: Declaration<'indicator'>): boolean =>
  /^(?:percent|share)\b/i.test((indicator.one('unit')?.value as string | undefined) ?? '');

/** The value to be reached, as the indicator counts it. A difference is told from the baseline, so without one it is not known. */
export function aimed(form: Form, value: Quantity, baseline: number | undefined): number | undefined {
  if (form !== 'increase by' && form !== 'decrease by') return value.number;
  if (baseline === undefined) return undefined;
  const by = value.unit === 'percent' ? (Math.abs(baseline) * value.number) / 100 : value.number;
  return form === 'increase by' ? baseline + by : baseline - by;
}

/** Whether a value is what the form asks for. Tenths that a computer cannot hold exactly do not decide. */
export function satisfies(form: Form, value: number, aim: number): boolean {
  const slack = Math.max(Math.abs(value), Math.abs(aim)) * 1e-9;
  if (form === 'exactly') return Math.abs(value - aim) <= slack;
  if (form === 'below') return value < aim - slack;
  if (form === 'above') return value > aim + slack;
  return UP.has(form) ? value >= aim - slack : value <= aim + slack;
}
