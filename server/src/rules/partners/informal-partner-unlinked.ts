import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { isOver } from '../accountability/_tasks.ts';
import { called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { isInformal, type Partner, takingPartIn } from './_partners.ts';
import { isTied } from './_ties.ts';

export default rule({
  id: 'partners/informal-partner-unlinked',
  severity: 'warning',
  summary: 'An informal partner stands in the plan without a tie to anybody formal.',
  why: 'Informal helpers hear first what goes wrong, and know people that no office reaches. Where they know nobody on the formal side, that knowledge stays with them, and those whom they help do not find their way further. One shared task, a seat, or one office that meets them now and then is enough.',
  grounding: [{ cite: wholeComm('5.1'), finding: 'Between the formal structures of governance and informal initiatives there is at times a gap.' }],
  gathered: 'have no tie to anybody formal',
  good: [
    `partner walkers "Walking neighbours" { type volunteer-group; role informal }
measure walks "Walks" { responsible walkers; supported by office }
actor office "Office" { type department }`,
    `partner walkers "Walking neighbours" { type volunteer-group; role informal }
actor office "Office" { type department; works with walkers monthly }`,
    `partner walkers "Walking neighbours" { type volunteer-group; role informal; works with centre }
partner centre "Welfare organisation" { type service-provider; role formal }`,
    `partner walkers "Walking neighbours" { type volunteer-group; role informal }
body network "Network" { kind coordination; members office, walkers }
actor office "Office" { type department }`,
    `# They were heard.
partner walkers "Walking neighbours" { type volunteer-group; role informal }
consultation spring "Spring meeting" { involved in design; with walkers }`,
    `# The state knows it; a municipality calls on it, and is judged for that.
plan state "State" { kind strategy; level national; period 2025 to 2030 }
partner walkers "Walking neighbours" { type volunteer-group; role informal }
--- town/plan.iplan
plan town "Town" { level local; period 2025 to 2028; under state }
measure walks "Walks" { responsible walkers }`,
  ],
  bad: [
    `partner walkers "Walking neighbours" { type volunteer-group; role informal }
        ^^^^^^^ Informal partner "Walking neighbours" has no tie to anybody formal.
measure walks "Walks" { responsible walkers }
actor office "Office" { type department }`,
    `# Two of them that know each other are still on their own.
partner walkers "Walking neighbours" { type volunteer-group; role informal; works with cooks }
        ^^^^^^^ Informal partner "Walking neighbours" has no tie to anybody formal.
partner cooks "Cooking together" { type volunteer-group; role informal }
        ^^^^^ Informal partner "Cooking together" has no tie to anybody formal.`,
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    for (const partner of plan.of('partner')) {
      if (!isInformal(partner) || isTied(partner, plan) || isForThoseBelow(partner, plan)) continue;
      report({
        at: partner,
        message: say`Informal ${called(partner)} has no tie to anybody formal.`,
        instead: say`Say which office "works with" it, give it a seat in a body, or a task together with an office.`,
      });
    }
  },
});

/** What only plans below call on is judged by what they do with it. */
const isForThoseBelow = (partner: Partner, plan: Scope): boolean =>
  !takingPartIn(plan).has(partner) && plan.below.some((scope) => takingPartIn(scope).has(partner));
