import { addMonths } from '../../language/dates.ts';
import { aimOf } from '../../model/aims.ts';
import type { Declaration, Fact } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { openMeasures } from '../accountability/_tasks.ts';
import type { Target } from '../monitoring/_figures.ts';
import { Called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import type { Mandate } from './_duties.ts';

export default rule({
  id: 'mandates/stale-external-target',
  severity: 'warning',
  summary: 'A figure that the level above sets anew again and again was copied into the plan and has grown old.',
  why: 'A number copied from a letter is right until the next letter. Where the state sets it every half year, a plan that still works towards the one before settles too few people or counts on homes for too many.',
  grounding: [{ cite: wholeComm('3.1'), finding: 'How many refugees each municipality has to house is set by the state every six months.' }],
  good: [
    `# today: 2026-06-30
plan town "Town" { level local; period 2025 to 2028; under land }
target homes "Homes for refugees" { exactly 31 persons by 2028; revised 2026-03-01 from 27 persons because "New number for the half year" }
measure settling "Settling" { fulfils settle; serves homes }
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "House refugees" { from state; to local; target tbd refreshed every 6 months }`,
    `# today: 2026-06-30
# The number of the running half year.
plan town "Town" { level local; period 2025 to 2028; under land }
target homes "Homes for refugees" { exactly 31 persons by 2026-09 }
measure settling "Settling" { fulfils settle; serves homes }
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "House refugees" { from state; to local; target 31 persons refreshed every 6 months }`,
  ],
  bad: [
    `# today: 2026-06-30
plan town "Town" { level local; period 2025 to 2028; adopted 2024-12-10; under land }
target homes "Homes for refugees" { exactly 27 persons by 2028 }
       ^^^^^ Target "Homes for refugees" is from 2024-12-10, but "House refugees" is set anew every 6 months.
measure settling "Settling" { fulfils settle; serves homes }
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "House refugees" { from state; to local; target 27 persons refreshed every 6 months }`,
  ],
  check(plan, report, { today }) {
    const told = new Set<Declaration>();
    for (const measure of openMeasures(plan))
      for (const mandate of plan.findAll(measure.refs('fulfils'))) {
        if (mandate.kind !== 'mandate') continue;
        const set = (mandate as Mandate).all('target').find((fact) => fact.value?.refreshed?.every !== undefined);
        const every = set?.value?.refreshed;
        if (set === undefined || every?.every === undefined) continue;
        for (const target of plan.findAll(measure.refs('serves'))) {
          if (target.kind !== 'target' || told.has(target) || plan.names.get(target.id) !== target) continue;
          const written = writtenOn(target as Target, plan);
          if (written === undefined || addMonths(written.end, every.every) >= today || runsNow(target as Target, today, every.every)) continue;
          told.add(target);
          report({
            at: target,
            message: say`${Called(target)} is from ${written.text}, but "${mandate.title}" is set anew ${every.text}.`,
            instead: say`Take over the newest figure, and write "revised" with the date, the figure before and why.`,
            related: [{ at: set, message: say`This is set anew.` }],
          });
        }
      }
  },
});

interface Dated {
  readonly end: string;
  readonly text: string;
}

/** When a figure was last looked at: its own revision, else the last one of the plan, its adoption, its start. */
function writtenOn(target: Target, plan: Scope): Dated | undefined {
  const on = (facts: readonly Fact[]) => facts.flatMap((fact) => (fact.value as { on?: Dated } | undefined)?.on ?? []);
  const newest = (dates: readonly Dated[]) => [...dates].sort((a, b) => (a.end < b.end ? -1 : 1)).at(-1);
  const head = plan.plan;
  const start = head?.one('period')?.value?.from;
  return (
    newest(on(target.all('revised'))) ??
    newest(head === undefined ? [] : on([...head.all('revision'), ...head.all('adopted')])) ??
    (start && { ...start, end: start.start })
  );
}

/** A figure that is due within the running interval is the one of that interval. */
function runsNow(target: Target, today: string, months: number): boolean {
  const deadline = aimOf(target)?.deadline;
  return deadline?.kind === 'date' && deadline.date.end >= today && deadline.date.end <= addMonths(today, months);
}
