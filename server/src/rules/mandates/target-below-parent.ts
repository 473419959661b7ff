import type { Deadline } from '../../language/times.ts';
import { type Aim, aimed, aimOf, DOWN, satisfies, UP } from '../../model/aims.ts';
import type { Declaration, Fact } from '../../model/declaration.ts';
import { baselinesOf, daysOf } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { figure, type Indicator, isOver, type Target } from '../monitoring/_figures.ts';
import { Called, called, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { meant } from './_duties.ts';

export default rule({
  id: 'mandates/target-below-parent',
  severity: 'warning',
  summary: 'A target asks for less, or later, than the target of the level above for the same figure.',
  why: 'Where a country wants seven in ten and its towns each plan for six, the country will not get there, and nobody has decided so. A town may have good reasons to aim lower. They belong into the plan, as an accepted gap with somebody who approved it.',
  grounding: [{ cite: osce('4'), finding: 'Policy for a whole country has little effect where the local level does not pull in the same direction.' }],
  gathered: 'ask for less than the level above',
  good: [
    `plan town "Town" { level local; period 2025 to 2028; under land }
target jobs "More in work" { measured by employed; at least 70% by 2028 }
--- land/plan.iplan
plan land "Land" { level national; period 2024 to 2030 }
indicator employed "In work" { unit percent }
target in-work "In work" { measured by employed; at least 70% by 2028 }`,
    `# A step on the way; another group; a count, of which a town has its share only.
plan town "Town" { level local; period 2025 to 2026; under land }
group women "Women"
target jobs "More in work" { measured by employed; at least 60% by 2026 }
target women-jobs "Women in work" { measured by employed; at least 50% by 2030; for women }
target homes "Homes" { measured by homes-found; at least 20 homes by 2030 }
--- land/plan.iplan
plan land "Land" { level national; period 2024 to 2030 }
indicator employed "In work" { unit percent }
indicator homes-found "Homes found" { unit homes }
target in-work "In work" { measured by employed; at least 70% by 2030 }
target all-homes "Homes" { measured by homes-found; at least 9000 homes by 2030 }`,
  ],
  bad: [
    `plan town "Town" { level local; period 2025 to 2028; under land }
target jobs "More in work" {
  measured by employed
  at least 60% by 2028
  ^^^^^^^^^^^^^^^^^^^^ Target "More in work" asks for 60% by 2028, less than "Land" wants: 70% by 2028.
}
--- land/plan.iplan
plan land "Land" { level national; period 2024 to 2030 }
indicator employed "In work" { unit percent }
target in-work "In work" { measured by employed; at least 70% by 2028 }`,
    `plan town "Town" { level local; period 2025 to 2032; under land }
target waiting "Short waits" {
  measured by wait
  at most 30 days by 2031
  ^^^^^^^^^^^^^^^^^^^^^^^ Target "Short waits" asks for 30 days by 2031, later than "Land" wants: 30 days by 2028.
}
--- land/plan.iplan
plan land "Land" { level national; period 2024 to 2030 }
indicator wait "Wait for a course" { unit days }
target short "Short waits" { measured by wait; at most 30 days by 2028 }`,
    `# On the way too: the level above has a milestone.
plan town "Town" { level local; period 2025 to 2026; under land }
target jobs "More in work" {
  measured by employed
  at least 60% by 2026
  ^^^^^^^^^^^^^^^^^^^^ Target "More in work" asks for 60% by 2026, less than "Land" wants: 65% by 2026.
}
--- land/plan.iplan
plan land "Land" { level national; period 2024 to 2030 }
indicator employed "In work" { unit percent }
target in-work "In work" { measured by employed; at least 70% by 2030; milestone at least 65% by 2026 }`,
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    const told = new Set<Target>();
    const byIndicator = targetsOf(plan);
    for (const giver of plan.ancestors.filter((above) => !isOver(above)))
      for (const theirs of giver.of('target'))
        for (const ref of theirs.refs('measured by')) {
          const indicator = meant(ref, giver, plan);
          if (!indicator?.is('indicator') || !isComparable(indicator as Indicator)) continue;
          const wanted = pointsOf(theirs, indicator as Indicator, giver);
          const own = (byIndicator.get(indicator) ?? []).filter((target) => !told.has(target) && sameGroups(target, theirs, plan, giver));
          const lags = own.map((target) => lagOf(target, indicator as Indicator, wanted, plan));
          // One target that keeps up is enough: the others are steps on its way.
          if (lags.includes(undefined)) continue;
          for (const [i, target] of own.entries()) {
            const lag = lags[i] as Lag;
            told.add(target);
            report({
              at: lag.own.fact,
              about: target,
              message:
                lag.how === 'less'
                  ? say`${Called(target)} asks for ${said(lag.own, indicator as Indicator)}, less than "${giver.title}" wants: ${said(lag.wanted, indicator as Indicator)}.`
                  : say`${Called(target)} asks for ${said(lag.own, indicator as Indicator)}, later than "${giver.title}" wants: ${said(lag.wanted, indicator as Indicator)}.`,
              instead: say`Aim as high and as soon, or accept the gap with a waiver and the reason.`,
              related: [{ at: theirs, message: say`This is ${called(theirs)} of the level above.` }],
            });
          }
        }
  },
});

interface Point {
  readonly value: number;
  readonly form: Aim['form'];
  readonly day: string;
  readonly date: string;
  readonly fact: Fact;
}
interface Lag {
  readonly own: Point;
  readonly wanted: Point;
  readonly how: 'less' | 'later';
}

/** Nobody aims at one figure more often; the rest of a longer list is not worth the time it costs. */
const MOST = 20;

function targetsOf(plan: Scope): ReadonlyMap<Declaration, readonly Target[]> {
  const found = new Map<Declaration, Target[]>();
  for (const target of plan.of('target'))
    for (const indicator of plan.findAll(target.refs('measured by'))) {
      const list = found.get(indicator) ?? [];
      found.set(indicator, list);
      if (list.length < MOST) list.push(target);
    }
  return found;
}

const said = (point: Point, indicator: Indicator): string => `${figure(point.value, indicator)} by ${point.date}`;

/** Shares, rates and waiting times mean the same in a town and in a country; of a count a town has its share. */
const isComparable = (indicator: Indicator): boolean =>
  /^(?:percent|share|index|points|days?|weeks?|months?|years?|hours)\b|\bper\b/i.test((indicator.one('unit')?.value as string | undefined) ?? '');

/** What a target wants and by when: its end and its milestones, the end first. */
function pointsOf(target: Target, indicator: Indicator, scope: Scope): readonly Point[] {
  const aim = aimOf(target);
  if (aim === undefined || !(UP.has(aim.form) || DOWN.has(aim.form))) return [];
  const baseline = baselinesOf(indicator, scope)[0]?.value?.number;
  const point = (form: Aim['form'], value: Aim['value'], deadline: Deadline | undefined, fact: Fact): readonly Point[] => {
    const number = aimed(form, value, baseline);
    if (number === undefined || deadline?.kind !== 'date') return [];
    return [{ value: number, form, day: daysOf(deadline.date, scope).end, date: deadline.date.text, fact }];
  };
  const milestones = target.all('milestone').flatMap((fact) => {
    const read = fact.value as { form: Aim['form']; value: Aim['value']; deadline?: Deadline } | undefined;
    return read === undefined ? [] : point(read.form, read.value, read.deadline, fact);
  });
  return [...point(aim.form, aim.value, aim.deadline, aim.fact), ...milestones];
}

function lagOf(target: Target, indicator: Indicator, wanted: readonly Point[], plan: Scope): Lag | undefined {
  const own = pointsOf(target, indicator, plan)[0];
  if (own === undefined) return undefined;
  for (const point of wanted) {
    if (UP.has(own.form) !== UP.has(point.form) || own.day < point.day) continue;
    const form = UP.has(own.form) ? 'at least' : 'at most';
    if (!satisfies(form, own.value, point.value)) return { own, wanted: point, how: 'less' };
    if (own.day > point.day && point === wanted[0] && satisfies(form, point.value, own.value)) return { own, wanted: point, how: 'later' };
  }
  return undefined;
}

function sameGroups(a: Target, b: Target, plan: Scope, giver: Scope): boolean {
  const mine = plan.findAll(a.refs('for'));
  const theirs = b.refs('for').flatMap((ref) => meant(ref, giver, plan) ?? []);
  return mine.length === theirs.length && mine.every((group) => theirs.includes(group));
}
