import type { Kind } from '../../language/vocabulary.ts';
import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { tasksOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { isOver } from '../accountability/_tasks.ts';
import { Called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { isInformal } from './_partners.ts';
import { isTied } from './_ties.ts';

/** Those who sit in a body to speak for others; nobody expects them to carry something out. */
const SPEAK = new Set(['trade-union', 'employers-association', 'city-network', 'association-of-municipalities', 'migrant-organisation']);
const COUNCILS = new Set(['migrant-council', 'stakeholder-council', 'political']);

export default rule({
  id: 'partners/partner-without-task',
  severity: 'information',
  summary: 'A partner is named, and nothing says what it is there for.',
  why: 'Whoever is on the list without a task finds one, and it may be somebody else’s. A line on what a partner brings in keeps it welcome, and tells the others what they need not do themselves.',
  grounding: [
    {
      cite: wholeComm('4.3.C.1'),
      finding: 'Foundations and initiatives each had their own idea of how the work should be done well, outside of any task of theirs.',
    },
  ],
  gathered: 'have no task and say nothing of what they bring in',
  good: [
    `measure walks "Walks" { lead office; with walkers }
actor office "Office" { type department }
partner walkers "Walking neighbours" { type volunteer-group }`,
    `measure walks "Walks" { lead office }
actor office "Office" { type department }
partner walkers "Walking neighbours" { type volunteer-group; contributes "Walks on Sundays" }`,
    `# A seat in a council is a part of its own.
measure walks "Walks" { lead office }
actor office "Office" { type department }
body council "Council" { kind stakeholder-council; members office, shops }
partner shops "Shopkeepers" { type employer }`,
    `# A plan that has no tasks yet misses none.
partner walkers "Walking neighbours" { type volunteer-group }`,
    `# What it does may be said in the plans below.
plan state "State" { kind strategy; level national; period 2025 to 2030 }
measure guide "Guidance" { lead office }
actor office "Directorate" { type agency }
partner cross "Red Cross" { type ngo }
--- town/plan.iplan
plan town "Town" { level local; period 2025 to 2028; under state }
measure cafe "Language café" { lead cross }`,
  ],
  bad: [
    `measure walks "Walks" { lead office }
actor office "Office" { type department }
partner walkers "Walking neighbours" { type volunteer-group }
        ^^^^^^^ Partner "Walking neighbours" has no task, and nothing says what it brings in.
body network "Network" { kind coordination; members office, walkers }`,
  ],
  check(plan, report) {
    if (isOver(plan) || tasksOf(plan).length === 0) return;
    const busy = busyIn(plan);
    for (const partner of plan.of('partner')) {
      if (busy.has(partner) || partner.has('contributes') || partner.childrenOf('agreement').some((one) => one.has('terms'))) continue;
      // Of an informal one without any tie the rule on ties speaks.
      if (isInformal(partner) && !isTied(partner, plan)) continue;
      report({
        at: partner,
        message: say`${Called(partner)} has no task, and nothing says what it brings in.`,
        instead: say`Say what it does with "contributes", or name it with "with" or "responsible" where it takes part.`,
      });
    }
  },
});

/** Whatever names somebody gives them something to do. */
const GIVING: ReadonlySet<Kind> = new Set(['responsibility', 'measure', 'sector', 'goal', 'target', 'indicator', 'mandate', 'plan']);

/** Everybody who has some part in this plan or in one below it. */
function busyIn(plan: Scope): ReadonlySet<Declaration> {
  const busy = new Set<Declaration>();
  for (const scope of [plan, ...plan.below]) {
    for (const one of scope.declarations) {
      if (GIVING.has(one.kind)) for (const { word, refs } of one.facts) if (word !== 'informed') for (const holder of scope.findAll(refs)) busy.add(holder);
      if (one.is('body')) {
        const council = COUNCILS.has((one as Declaration<'body'>).one('kind')?.value ?? '');
        for (const member of scope.findAll(one.refs('members', 'seats')))
          if (council || SPEAK.has((member as Declaration<'partner'>).one('type')?.value as string)) busy.add(member);
        for (const chair of scope.findAll(one.refs('chair'))) busy.add(chair);
      }
      if (one.is('fund')) for (const giver of scope.findAll(one.refs('from'))) busy.add(giver);
    }
  }
  return busy;
}
