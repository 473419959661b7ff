import type { Money } from '../language/amounts.ts';
import type { Period } from '../language/dates.ts';
import { FORMS } from '../language/forms.ts';
import { type Deadline, monthsOf } from '../language/times.ts';
import { aimOf, DOWN, UP } from '../model/aims.ts';
import type { Declaration, Fact } from '../model/declaration.ts';
import type { Statement } from '../syntax/tree.ts';
import { say } from '../text/say.ts';
import type { Meaning, Weight } from './change.ts';

/** A statement without its layout: two that read alike say the same. */
export const written = (node: Statement): string =>
  [...node.values.map(({ image }) => image), ...(node.block === undefined ? [] : ['{', ...node.block.map((line) => `${line.word} ${written(line)};`), '}'])]
    .join(' ')
    .replaceAll(' ,', ',');

/** Statements whose loss takes something from a plan, and whose arrival gives it something. */
const WEIGHTY: ReadonlySet<string> = new Set(
  `accountable, responsible, lead, consulted, informed, supervised by, supported by, fulfils, deadline, frequency, budget, authority, deputy, hands over to,
  serves, measured by, owner, baseline, source, broken down by, compared with, collected by, alarm, data, review, evaluated, coordinator, adopted,
  anchored in, uses, implements, secured, continues, amount, meets, members, seats, involved in, decides, advises, input used, published, staff,
  funding, discretion, standard, basis, covers, for, groups, phases, milestone, unit, direction, evidence, step, equality-clause`.split(/,\s+/),
);

/** Statements that name who acts: a change of them moves a duty. */
const HOLDERS: ReadonlySet<string> = new Set(['accountable', 'responsible', 'lead', 'owner', 'coordinator', 'chair', 'supervised by', 'collected by']);

const FORM_WORDS: ReadonlySet<string> = new Set(FORMS);

const quoted = (nodes: readonly Statement[]): string => nodes.map(written).join('; ');

/** What the difference between the statements of one word means; the word stands in one version, or in both with other values. */
export function meaningOf(word: string, before: readonly Fact[], after: readonly Fact[], owners: readonly [Declaration, Declaration]): Meaning {
  const [was, is] = [quoted(before.map(({ node }) => node)), quoted(after.map(({ node }) => node))];
  if (before.length === 0) return { weight: word === 'excludes' ? 'weakened' : WEIGHTY.has(word) ? 'strengthened' : 'changed', message: `${word} ${is} added` };
  if (after.length === 0)
    return { weight: word === 'excludes' ? 'strengthened' : WEIGHTY.has(word) ? 'weakened' : 'changed', message: `${word} ${was} removed` };
  if (HOLDERS.has(word)) return { weight: 'changed', message: say`${word} moved from ${was} to ${is}` };
  return (
    ofStatus(word, before[0] as Fact, after[0] as Fact) ??
    ofDates(word, before, after) ??
    ofMoney(word, before, after, owners[1].kind === 'fund') ??
    ofNames(word, before, after) ?? { weight: 'changed', message: say`${word} changed from ${was} to ${is}` }
  );
}

const STEPS = ['cancelled', 'delayed', 'planned', 'ongoing', 'completed'];

function ofStatus(word: string, before: Fact, after: Fact): Meaning | undefined {
  if (word !== 'status') return undefined;
  const step = (fact: Fact) => STEPS.indexOf((fact.value as { word?: string } | undefined)?.word ?? '');
  const [was, is] = [step(before), step(after)];
  const weight: Weight = was < 0 || is < 0 || was === is ? 'changed' : is < was ? 'weakened' : 'strengthened';
  return { weight, message: say`status went from ${written(before.node)} to ${written(after.node)}` };
}

/** A later date asks for less; so does a longer time. */
function ofDates(word: string, before: readonly Fact[], after: readonly Fact[]): Meaning | undefined {
  if (!['deadline', 'period', 'extended to', 'revised'].includes(word) || before.length !== 1 || after.length !== 1) return undefined;
  const [one, other] = [before[0] as Fact, after[0] as Fact];
  const [was, is] = [written(one.node), written(other.node)];
  if (word === 'period') {
    const [a, b] = [(one.value as Period | undefined)?.to?.end, (other.value as Period | undefined)?.to?.end];
    if (a === undefined || b === undefined || a === b) return { weight: 'changed', message: say`period changed from ${was} to ${is}` };
    return { weight: 'changed', message: say`period ends ${b > a ? 'later' : 'earlier'}: from ${was} to ${is}` };
  }
  const later = isLater(one.value as Deadline | undefined, other.value as Deadline | undefined);
  return later === undefined
    ? { weight: 'changed', message: say`${word} changed from ${was} to ${is}` }
    : { weight: later ? 'weakened' : 'strengthened', message: say`${word} moved from ${was} to ${is}` };
}

/** Whether a deadline lies later than another; `undefined` where the two cannot be compared or are the same. */
export function isLater(before: Deadline | undefined, after: Deadline | undefined): boolean | undefined {
  if (before === undefined || after === undefined) return undefined;
  if (after.kind === 'ongoing') return before.kind === 'ongoing' ? undefined : true;
  if (before.kind === 'ongoing') return false;
  if (before.kind === 'date' && after.kind === 'date') return before.date.end === after.date.end ? undefined : after.date.end > before.date.end;
  if (before.kind !== 'event' || after.kind !== 'event' || before.event !== after.event || before.relation !== after.relation) return undefined;
  const [was, is] = [monthsOf(before.duration), monthsOf(after.duration)];
  return was === is ? undefined : before.relation === 'before' ? is < was : is > was;
}

/** Less money for the same; for what costs, less is no loss of the plan's. */
function ofMoney(word: string, before: readonly Fact[], after: readonly Fact[], ofFund: boolean): Meaning | undefined {
  if (word !== 'amount' && word !== 'budget' && word !== 'funding') return undefined;
  const total = (facts: readonly Fact[]): number | undefined => {
    const amounts = facts.map(({ value }) => (value as { amount?: Money; money?: Money; number?: number } | undefined) ?? {});
    const numbers = amounts.map(({ amount, money, number }) => amount?.number ?? money?.number ?? number);
    return numbers.some((number) => number === undefined) ? undefined : (numbers as number[]).reduce((sum, number) => sum + number, 0);
  };
  const [was, is] = [total(before), total(after)];
  const said = `from ${quoted(before.map(({ node }) => node))} to ${quoted(after.map(({ node }) => node))}`;
  if (was === undefined || is === undefined || was === is) return { weight: 'changed', message: `${word} changed ${said}` };
  const what = ofFund ? 'the fund' : word;
  return is < was ? { weight: 'weakened', message: say`${what} was reduced ${said}` } : { weight: 'strengthened', message: say`${what} was raised ${said}` };
}

/** Names that came and went in a list of names. */
function ofNames(word: string, before: readonly Fact[], after: readonly Fact[]): Meaning | undefined {
  const names = (facts: readonly Fact[]) => new Set(facts.flatMap(({ refs }) => refs.map(({ name }) => name)));
  const [was, is] = [names(before), names(after)];
  if (was.size === 0 || is.size === 0) return undefined;
  const gone = [...was].filter((name) => !is.has(name));
  const come = [...is].filter((name) => !was.has(name));
  if (gone.length === 0 && come.length === 0) return undefined;
  const parts = [...(gone.length > 0 ? [`${word} lost ${gone.join(', ')}`] : []), ...(come.length > 0 ? [`${word} gained ${come.join(', ')}`] : [])];
  const weight: Weight = !WEIGHTY.has(word) || (gone.length > 0 && come.length > 0) ? 'changed' : gone.length > 0 ? 'weakened' : 'strengthened';
  return { weight, message: parts.join(', ') };
}

/** What a target asks for now and asked for before, where both say it and it differs. */
export function ofTarget(before: Declaration<'target'>, after: Declaration<'target'>): (Meaning & { readonly facts: readonly [Fact, Fact] }) | undefined {
  const [was, is] = [aimOf(before), aimOf(after)];
  if (was === undefined || is === undefined) return undefined;
  const [old, now] = [`${was.form} ${written(was.fact.node)}`, `${is.form} ${written(is.fact.node)}`];
  if (old === now) return undefined;
  const facts = [was.fact, is.fact] as const;
  if (was.form !== is.form || was.value.unit !== is.value.unit) return { weight: 'changed', message: say`asks for ${now} instead of ${old}`, facts };
  const rise = is.value.number - was.value.number;
  const eased = UP.has(is.form) ? rise < 0 : DOWN.has(is.form) ? (is.form === 'decrease by' ? rise < 0 : rise > 0) : undefined;
  const later = isLater(was.deadline, is.deadline);
  const softer = [rise !== 0 && eased === true, later === true].includes(true);
  const harder = [rise !== 0 && eased === false, later === false].includes(true);
  const weight: Weight = softer === harder ? 'changed' : softer ? 'weakened' : 'strengthened';
  const how = weight === 'weakened' ? (rise !== 0 && eased ? 'was eased' : say`is due later`) : weight === 'strengthened' ? 'was tightened' : 'changed';
  return { weight, message: `${how}: ${old} became ${now}`, facts };
}

/** Whether a statement is the one that says what a target asks for. */
export const isAim = (word: string): boolean => FORM_WORDS.has(word);
