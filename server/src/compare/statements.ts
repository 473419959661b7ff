import type { Money, Quantity } from '../language/amounts.ts';
import type { Period } from '../language/dates.ts';
import { type Deadline, type Frequency, monthsOf } from '../language/times.ts';
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
  `accountable, responsible, lead, consulted, informed, supervised by, supported by, fulfils, deadline, frequency, budget, deputy, hands over to,
  serves, measured by, target, owner, baseline, source, broken down by, compared with, collected by, alarm, data, review, evaluated, coordinator, adopted,
  anchored in, uses, implements, secured, continues, amount, meets, members, seats, with, authority, involved in, decides, advises, input used, published, staff,
  funding, discretion, standard, basis, covers, for, groups, phases, milestone, unit, direction, evidence, step, equality-clause`.split(/,\s+/),
);

/** Statements that name who acts: a change of them moves a duty. */
const HOLDERS: ReadonlySet<string> = new Set(['accountable', 'responsible', 'lead', 'owner', 'coordinator', 'chair', 'supervised by', 'collected by']);

/** Words in the order of what they bind to: the first is the weakest. */
const SCALES: Readonly<Record<string, readonly string[]>> = {
  status: ['cancelled', 'delayed', 'planned', 'ongoing', 'completed'],
  force: ['may', 'should', 'must'],
  secured: ['no', 'yes'],
  published: ['no', 'yes'],
  'equality-clause': ['no', 'yes'],
};

const quoted = (nodes: readonly Statement[]): string => nodes.map(written).join('; ');

/** What the difference between the statements of one word means; the word stands in one version, or in both with other values. */
export function meaningOf(word: string, before: readonly Fact[], after: readonly Fact[], owners: readonly [Declaration, Declaration]): Meaning {
  const [was, is] = [quoted(before.map(({ node }) => node)), quoted(after.map(({ node }) => node))];
  if (before.length === 0) return { weight: weightOf(word, 'strengthened'), message: say`${word} ${is} added` };
  if (after.length === 0) return { weight: weightOf(word, 'weakened'), message: say`${word} ${was} removed` };
  return (
    ofPromises(word, before, after) ??
    ofSteps(word, before[0] as Fact, after[0] as Fact) ??
    ofDates(word, before, after) ??
    ofMoney(word, before, after, owners[1].kind === 'fund') ??
    ofStaff(word, before, after) ??
    ofFrequency(word, before, after) ??
    ofNames(word, before, after) ??
    (HOLDERS.has(word)
      ? { weight: 'changed', message: say`${word} moved from ${was} to ${is}` }
      : { weight: 'changed', message: say`${word} changed from ${was} to ${is}` })
  );
}

/** What a statement's loss or arrival weighs: what a plan excludes, it does not do. */
function weightOf(word: string, come: 'strengthened' | 'weakened'): Weight {
  if (word === 'excludes') return come === 'strengthened' ? 'weakened' : 'strengthened';
  return WEIGHTY.has(word) ? come : 'changed';
}

/** A value that became a promise, and a promise that was kept. */
function ofPromises(word: string, before: readonly Fact[], after: readonly Fact[]): Meaning | undefined {
  const open = (facts: readonly Fact[]) => facts.every(({ tbd }) => tbd !== undefined);
  if (open(before) === open(after)) return undefined;
  const [was, is] = [quoted(before.map(({ node }) => node)), quoted(after.map(({ node }) => node))];
  return open(after)
    ? { weight: weightOf(word, 'weakened'), message: say`${word} is open again: ${is} instead of ${was}` }
    : { weight: weightOf(word, 'strengthened'), message: say`${word} is settled: ${is} instead of ${was}` };
}

/** A step on a scale of words. */
function ofSteps(word: string, before: Fact, after: Fact): Meaning | undefined {
  const scale = Object.hasOwn(SCALES, word) ? SCALES[word] : undefined;
  if (scale === undefined) return undefined;
  const step = ({ value }: Fact) => scale.indexOf(typeof value === 'string' ? value : ((value as { word?: string } | undefined)?.word ?? ''));
  const [was, is] = [step(before), step(after)];
  const weight: Weight = was < 0 || is < 0 || was === is ? 'changed' : is < was ? 'weakened' : 'strengthened';
  return { weight, message: say`${word} went from ${written(before.node)} to ${written(after.node)}` };
}

/** A later date asks for less; so does a longer time. */
function ofDates(word: string, before: readonly Fact[], after: readonly Fact[]): Meaning | undefined {
  if (!['deadline', 'period', 'extended to', 'revised'].includes(word) || before.length !== 1 || after.length !== 1) return undefined;
  const [one, other] = [before[0] as Fact, after[0] as Fact];
  const both = [written(one.node), written(other.node)] as const;
  // "moved from 2026 to 2027" says it already.
  const [was, is] = both.every((text) => text.startsWith('by ')) ? both.map((text) => text.slice(3)) : both;
  if (word === 'period') {
    const [a, b] = [(one.value as Period | undefined)?.to?.end, (other.value as Period | undefined)?.to?.end];
    if (a === undefined || b === undefined || a === b) return { weight: 'changed', message: say`period changed from ${was} to ${is}` };
    return { weight: 'changed', message: b > a ? say`period ends later: from ${was} to ${is}` : say`period ends earlier: from ${was} to ${is}` };
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

/** Less money for the same; for what costs, less is no loss of the plan's. Other currencies and other terms cannot be weighed. */
function ofMoney(word: string, before: readonly Fact[], after: readonly Fact[], ofFund: boolean): Meaning | undefined {
  if (word !== 'amount' && word !== 'budget' && word !== 'funding') return undefined;
  const terms = new Set<string>();
  const total = (facts: readonly Fact[]): number | undefined => {
    let sum = 0;
    for (const { value } of facts) {
      const { amount, money, ...own } = (value ?? {}) as { amount?: Money; money?: Money } & Partial<Money>;
      const { number, currency = '', per = [] } = amount ?? money ?? own;
      terms.add([currency, ...per].join(' '));
      if (number === undefined) return undefined;
      sum += number;
    }
    return sum;
  };
  const [was, is] = [total(before), total(after)];
  const [old, now] = [quoted(before.map(({ node }) => node)), quoted(after.map(({ node }) => node))];
  if (was === undefined || is === undefined || was === is || terms.size > 1) return { weight: 'changed', message: say`${word} changed from ${old} to ${now}` };
  if (is < was)
    return { weight: 'weakened', message: ofFund ? say`the fund was reduced from ${old} to ${now}` : say`${word} was reduced from ${old} to ${now}` };
  return { weight: 'strengthened', message: ofFund ? say`the fund was raised from ${old} to ${now}` : say`${word} was raised from ${old} to ${now}` };
}

function ofStaff(word: string, before: readonly Fact[], after: readonly Fact[]): Meaning | undefined {
  const [was, is] = [before[0]?.value, after[0]?.value] as [Quantity | undefined, Quantity | undefined];
  if (word !== 'staff' || was === undefined || is === undefined || was.unit !== is.unit || was.number === is.number) return undefined;
  const [old, now] = [quoted(before.map(({ node }) => node)), quoted(after.map(({ node }) => node))];
  return is.number < was.number
    ? { weight: 'weakened', message: say`staff was reduced from ${old} to ${now}` }
    : { weight: 'strengthened', message: say`staff was raised from ${old} to ${now}` };
}

/** Less often is less. */
function ofFrequency(word: string, before: readonly Fact[], after: readonly Fact[]): Meaning | undefined {
  const often = (facts: readonly Fact[]): number | undefined => {
    const { frequency, every } = (facts[0]?.value ?? {}) as Partial<Frequency> & { frequency?: Frequency };
    return facts.length === 1 ? (every ?? frequency?.every) : undefined;
  };
  const [was, is] = [often(before), often(after)];
  if (!WEIGHTY.has(word) || typeof was !== 'number' || typeof is !== 'number' || was === is) return undefined;
  const [old, now] = [quoted(before.map(({ node }) => node)), quoted(after.map(({ node }) => node))];
  return is > was
    ? { weight: 'weakened', message: say`${word} is less often: ${now} instead of ${old}` }
    : { weight: 'strengthened', message: say`${word} is more often: ${now} instead of ${old}` };
}

/** Names that came and went in a list of names. Of who acts, one in the place of another is a duty that moved. */
function ofNames(word: string, before: readonly Fact[], after: readonly Fact[]): Meaning | undefined {
  const names = (facts: readonly Fact[]) => new Set(facts.flatMap(({ refs }) => refs.map(({ name }) => name)));
  const [was, is] = [names(before), names(after)];
  if (was.size === 0 || is.size === 0) return undefined;
  const gone = [...was].filter((name) => !is.has(name));
  const come = [...is].filter((name) => !was.has(name));
  if (gone.length === 0 && come.length === 0) return undefined;
  if (gone.length === 0) return { weight: weightOf(word, 'strengthened'), message: say`${word} gained ${come.join(', ')}` };
  if (come.length === 0) return { weight: weightOf(word, 'weakened'), message: say`${word} lost ${gone.join(', ')}` };
  return HOLDERS.has(word) ? undefined : { weight: 'changed', message: say`${word} lost ${gone.join(', ')} and gained ${come.join(', ')}` };
}

/**
 * Who answers and who does it, where a task has a `lead` in one version only: a lead is both. Nothing where it is told by the statements
 * themselves.
 */
export function ofDuties(before: Declaration, after: Declaration): readonly (Meaning & { readonly word: string })[] | undefined {
  const has = (one: Declaration): boolean => one.facts.some(({ word }) => word === 'lead');
  if ((before.kind !== 'measure' && before.kind !== 'responsibility') || has(before) === has(after)) return undefined;
  return ['accountable', 'responsible'].flatMap((word): (Meaning & { readonly word: string })[] => {
    const holders = (one: Declaration): string => {
      const facts = one.facts.filter((fact) => fact.word === word);
      return quoted((facts.length > 0 ? facts : one.facts.filter((fact) => fact.word === 'lead')).map(({ node }) => node));
    };
    const [was, is] = [holders(before), holders(after)];
    if (was === is) return [];
    if (was === '') return [{ word, weight: 'strengthened', message: say`${word} ${is} added` }];
    if (is === '') return [{ word, weight: 'weakened', message: say`${word} ${was} removed` }];
    return [{ word, weight: 'changed', message: say`${word} moved from ${was} to ${is}` }];
  });
}

/** The statements that say who has a duty. */
export const isDuty = (word: string): boolean => word === 'lead' || word === 'accountable' || word === 'responsible';
