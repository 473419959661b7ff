import type { Declaration } from '../../model/declaration.ts';
import { say, told } from '../../text/say.ts';
import { openTasks, takingPart } from '../accountability/_tasks.ts';
import { Called, listed, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { addresseesOf, type Mandate } from './_duties.ts';

export default rule({
  id: 'mandates/no-competence',
  severity: 'error',
  summary: 'The plan takes up a duty that the law has given to somebody else.',
  why: 'A town that promises what only the county or an agency may do has promised nothing. It can ask, help or pay; the plan should then name the one who has the power, and say what the town does towards it.',
  grounding: [{ cite: osce('2.3'), finding: 'What a city can do is tightly bounded by the powers it has by law in each field of policy, and by its money.' }],
  good: [
    `plan town "Town" { level local; period 2025 to 2028; under land }
responsibility settling "Settling" { fulfils settle; lead office }
actor office "Office" { type department }
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local }`,
    `# Whoever has the power takes part, or several do it together.
plan town "Town" { level local; period 2025 to 2028; under land }
responsibility reception "Reception" { fulfils receive; accountable office; responsible agency }
responsibility training "Training" { fulfils train; lead office; delivery pooled }
actor office "Office" { type department }
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
actor agency "Agency" { type agency; level national }
mandate receive "Receive asylum seekers" { from state; to agency }
mandate train "Train adults" { from state; to regional }`,
    `# That the office named is of another level is told by a rule of its own.
plan town "Town" { level local; period 2025 to 2028; under land }
responsibility training "Training" { fulfils train; lead office }
actor office "Office" { type department; level local }
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate train "Train adults" { from state; to regional }`,
  ],
  bad: [
    `plan town "Town" { level local; period 2025 to 2028; under land }
responsibility reception "Reception" { fulfils receive; lead office }
                                               ^^^^^^^ Responsibility "Reception" takes up "Receive asylum seekers", a duty of Agency, which has no part in it.
actor office "Office" { type department }
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
actor agency "Agency" { type agency; level national }
mandate receive "Receive asylum seekers" { from state; to agency }`,
    `plan town "Town" { level local; period 2025 to 2028; under land }
measure training "Training" { fulfils train; lead office }
                                      ^^^^^ Measure "Training" takes up "Train adults", a duty of the regional level, which has no part in it.
actor office "Office" { type department }
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate train "Train adults" { from state; to regional }`,
  ],
  check(plan, report) {
    if (plan.levels.length === 0) return;
    for (const task of openTasks(plan)) {
      if (task.one('delivery')?.value === 'pooled') continue;
      const part = [...takingPart(task, plan), ...plan.findAll(task.refs('accountable', 'supported by', 'supervised by'))];
      for (const fact of task.all('fulfils'))
        for (const ref of fact.refs) {
          const found = plan.resolve(ref.name);
          if (found === undefined || found.declaration.kind !== 'mandate' || found.scope.kind !== 'plan') continue;
          const mandate = found.declaration as Mandate;
          const { levels, holders } = addresseesOf({ mandate, giver: found.scope }, plan);
          if (levels.size + holders.size === 0 || plan.levels.some((level) => (levels as ReadonlySet<string>).has(level))) continue;
          const levelsOfPart = part.map(levelOf);
          if (part.some((holder) => holders.has(holder)) || levelsOfPart.some((level) => level !== undefined && (levels as ReadonlySet<string>).has(level)))
            continue;
          if (levels.size > 0 && plan.findAll(task.refs('accountable', 'lead')).some((holder) => levelOf(holder) !== undefined)) continue;
          const whose = [...[...levels].map((level) => say`the ${told(level)} level`), ...[...holders].map((holder) => holder.title)];
          report({
            at: { ref, in: fact },
            about: task,
            message: say`${Called(task)} takes up "${mandate.title}", a duty of ${listed(whose)}, which has no part in it.`,
            instead: say`Name the one who has the power, or say what this plan does towards it and leave "fulfils" out.`,
            related: [{ at: mandate, message: say`This is the duty.` }],
          });
        }
    }
  },
});

const levelOf = (holder: Declaration): string | undefined => (holder.is('actor') ? (holder.one('level')?.value as string | undefined) : undefined);
