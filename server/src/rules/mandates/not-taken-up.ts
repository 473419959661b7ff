import { tasksOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { type Duty, forceOf, isAddressed, isOver, takenUp, validity } from './_duties.ts';

export default rule({
  id: 'mandates/not-taken-up',
  severity: 'error',
  absence: true,
  summary: 'A level above has given the plan a duty, and nothing in the plan takes it up.',
  why: 'National policy happens in a town or it does not happen. A duty that no local plan names has nobody who does it, no money and no date; the level above counts it as settled, and the people it was made for find nobody in charge.',
  grounding: [{ cite: osce('4'), finding: 'Policies for a whole country tend to fail, or to have little effect, where the local level does not carry them.' }],
  gathered: 'are taken up by nothing in it',
  good: [
    `plan town "Town" { level local; period 2025 to 2028; under land }
responsibility settling "Settling" { fulfils settle }
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local }`,
    `# It is given to somebody else, in some cases only, or binds nobody.
plan town "Town" { level local; period 2025 to 2028; under land }
measure cafe "Café"
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
actor agency "Agency" { type agency; level national }
mandate receive "Receive asylum seekers" { from state; to agency }
mandate centre "Teach in the centre" { from state; to local; when "there is a reception centre" }
mandate advise "Advise" { from state; to local; force should }`,
    `# today: 2026-06-30
# The law has ended, or is still to come.
plan town "Town" { level local; period 2025 to 2028; under land }
measure cafe "Café"
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate old "Guide refugees" { from state; to local; basis "Act of 2013" valid until 2025 }
mandate new "Direct integration" { from state; to local; basis "Act of 2026" valid from 2027 }`,
    `# A level above does it for all.
plan town "Town" { level local; period 2025 to 2028; under county }
measure cafe "Café"
--- county/plan.iplan
plan county "County" { level regional; period 2025 to 2028; under land }
responsibility settling "Settling for all towns" { fulfils settle; delivery pooled }
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local }`,
  ],
  bad: [
    `plan town "Town" { level local; period 2025 to 2028; under land }
     ^^^^ Nothing in plan "Town" takes up "Settle refugees", a duty from "Land".
measure cafe "Café"
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local }`,
    `# A duty of every municipality is one of this municipality too.
plan town "Town" { level local; period 2025 to 2028; under land }
     ^^^^ Nothing in plan "Town" takes up "Settle refugees", a duty from "Land".
responsibility settling "Settling" { fulfils settle; status cancelled }
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
actor towns "Municipalities" { type municipality; each of municipality }
mandate settle "Settle refugees" { from state; to towns }`,
  ],
  check(plan, report, { today }) {
    if (plan.head === undefined || isOver(plan) || plan.planKind === 'statute' || plan.planKind === 'project') return;
    // A strategy that leaves all doing to others owes no duty of its own.
    if (plan.planKind === 'strategy' && tasksOf(plan).length === 0) return;
    const taken = takenUp(plan);
    for (const giver of plan.ancestors)
      for (const mandate of giver.of('mandate')) {
        const duty: Duty = { mandate, giver };
        if (forceOf(mandate) !== 'must' || mandate.has('when') || taken.has(mandate) || validity(duty, today) !== 'in force' || !isAddressed(duty, plan))
          continue;
        report({
          at: plan.head,
          about: mandate,
          message: say`Nothing in plan "${plan.title}" takes up "${mandate.title}", a duty from "${giver.title}".`,
          instead: say`Write "fulfils ${mandate.id}" in the responsibility that does it, or add one.`,
          related: [{ at: mandate, message: say`This is the duty.` }],
        });
      }
  },
});
