import type { Quantity } from '../language/amounts.ts';
import { FORMS, type Form, type Milestone } from '../language/forms.ts';
import type { Deadline } from '../language/times.ts';
import { aimFact, aimOf, DOWN, UP } from '../model/aims.ts';
import type { Declaration, Fact, Part } from '../model/declaration.ts';
import { say } from '../text/say.ts';
import type { Meaning, Weight } from './change.ts';
import { isLater, written } from './statements.ts';

type Facts = { readonly facts: readonly [Fact | undefined, Fact | undefined] };

/** What is asked for: by a target, or by one of its milestones. */
interface Asked {
  readonly form: Form;
  readonly value: Quantity;
  readonly deadline?: Deadline;
  readonly parts: readonly Part[];
}

const FORM_WORDS: ReadonlySet<string> = new Set(FORMS);

/** Whether a statement is the one that says what a target asks for. */
export const isAim = (word: string): boolean => FORM_WORDS.has(word);

/** What a target asks for now and asked for before, where it differs. */
export function ofTarget(before: Declaration<'target'>, after: Declaration<'target'>): (Meaning & Facts) | undefined {
  const facts = [aimFact(before), aimFact(after)] as const;
  const [old, now] = facts.map((fact) => (fact === undefined ? '' : `${fact.word} ${written(fact.node)}`)) as [string, string];
  if (old === now) return undefined;
  if (now === '') return { weight: 'weakened', message: say`asks no longer for ${old}`, facts };
  if (old === '') return { weight: 'strengthened', message: say`asks now for ${now}`, facts };
  const [was, is] = [aimOf(before), aimOf(after)];
  if (was !== undefined && is !== undefined) return { ...weighed(was, is, old, now), facts };
  const weight: Weight =
    facts[1]?.tbd !== undefined && was !== undefined ? 'weakened' : facts[0]?.tbd !== undefined && is !== undefined ? 'strengthened' : 'changed';
  return { weight, message: say`asks for ${now} instead of ${old}`, facts };
}

/** A milestone in the place of another. */
export function ofMilestone(before: Fact, after: Fact): Meaning | undefined {
  const [was, is] = [before.value, after.value] as [Milestone | undefined, Milestone | undefined];
  if (was === undefined || is === undefined) return undefined;
  const [old, now] = [written(before.node), written(after.node)];
  return weighed({ ...was, parts: before.parts }, { ...is, parts: after.parts }, old, now, true);
}

function weighed(was: Asked, is: Asked, old: string, now: string, isMilestone = false): Meaning {
  if (was.form !== is.form || was.value.unit !== is.value.unit)
    return { weight: 'changed', message: isMilestone ? say`a milestone asks for ${now} instead of ${old}` : say`asks for ${now} instead of ${old}` };
  const rises = [is.value.number - was.value.number, ...risesOf(was.parts, is.parts)].filter((rise) => rise !== 0);
  const [less, more] = [is.form === 'at most' || is.form === 'below', UP.has(is.form) || DOWN.has(is.form)];
  const later = isLater(was.deadline, is.deadline);
  const eased = more && rises.some((rise) => (less ? rise > 0 : rise < 0));
  const softer = eased || later === true;
  const harder = (more && rises.some((rise) => (less ? rise < 0 : rise > 0))) || later === false;
  if (softer === harder)
    return { weight: 'changed', message: isMilestone ? say`a milestone changed: ${old} became ${now}` : say`changed: ${old} became ${now}` };
  if (harder)
    return { weight: 'strengthened', message: isMilestone ? say`a milestone was tightened: ${old} became ${now}` : say`was tightened: ${old} became ${now}` };
  if (eased) return { weight: 'weakened', message: isMilestone ? say`a milestone was eased: ${old} became ${now}` : say`was eased: ${old} became ${now}` };
  return { weight: 'weakened', message: isMilestone ? say`a milestone is due later: ${old} became ${now}` : say`is due later: ${old} became ${now}` };
}

/** How far the values of the same category lie apart. */
const risesOf = (before: readonly Part[], after: readonly Part[]): readonly number[] =>
  before.flatMap(({ category, value }) => {
    const other = after.find((part) => part.category === category)?.value;
    return value === undefined || other === undefined || value.unit !== other.unit ? [] : [other.number - value.number];
  });
