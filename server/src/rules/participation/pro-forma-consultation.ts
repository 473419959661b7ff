import type { Day } from '../../language/dates.ts';
import type { Declaration } from '../../model/declaration.ts';
import { daysOf } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { isOver } from '../coverage/_plan.ts';
import { Called, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { type Consultation, seated } from './_people.ts';
import { type Forum, forumsOf, involvements, periodOf, since } from './_stages.ts';

/** The stages in which something can still be decided. */
const OPEN = new Set(['design', 'adoption']);

export default rule({
  id: 'participation/pro-forma-consultation',
  severity: 'error',
  summary: 'People are asked about a plan that has been adopted already.',
  why: 'To be asked when everything is decided is worse than not to be asked: it costs evenings, changes nothing, and teaches people to stay away the next time, when their answer would count.',
  grounding: [
    { cite: osce('1'), finding: 'To hear people must not become a show that follows the decision.' },
    { cite: osce('4'), finding: 'Those involved must be able to see which input has led to what.' },
  ],
  good: [
    'plan town "Town" { level local; period 2025 to 2028; adopted 2024-12-10 }\nconsultation hearing "Hearing" { involved in design; period 2024-03 to 2024-06 }',
    '# What is asked after the decision can be how it is carried out.\nplan town "Town" { level local; period 2025 to 2028; adopted 2024-12-10 }\nconsultation hearing "Hearing" { involved in implementation; period 2025-03 }',
    '# A revision is decided after it.\nplan town "Town" { level local; period 2025 to 2028; adopted 2024-12-10; adopted 2026-06-18 as "First revision" }\nconsultation hearing "Hearing" { involved in design; period 2026-03 }',
    '# They were heard before; this is the second time.\nplan town "Town" { level local; period 2025 to 2028; adopted 2024-12-10 }\ngroup new "Newcomers"\nconsultation first "Hearing" { involved in design; period 2024-03; with new }\nconsultation second "Details of the measures" { involved in design; period 2025-02; with new }',
    '# What comes back every year goes into the next decision.\nplan town "Town" { level local; period 2025 to 2028; adopted 2024-12-10 }\nconsultation forum "Yearly forum" { involved in design; period from 2025-05; frequency yearly }',
    '# As exactly as the dates are given, it may have been before.\nplan town "Town" { level local; period 2025 to 2028; adopted 2024 }\nconsultation hearing "Hearing" { involved in design; period 2024-12 }',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028; adopted 2024-12-10 }\nconsultation hearing "Hearing" {\n  involved in design\n  ^^^^^^^^^^^^^^^^^^ Consultation "Hearing" begins in 2025-03, after plan "Town" was adopted (2024-12-10).\n  period 2025-03\n}',
    'plan town "Town" { level local; period 2025 to 2028; adopted 2024-12-10 }\nconsultation hearing "Hearing" {\n  involved in design\n  ^^^^^^^^^^^^^^^^^^ Consultation "Hearing" ends in 2025-01, after plan "Town" was adopted (2024-12-10).\n  period 2024-11 to 2025-01\n}',
    '# The office was heard before, the newcomers were not.\nplan town "Town" { level local; period 2025 to 2028; adopted 2024-12-10 }\nactor office "Office" { type department }\nbody group "Working group" { kind steering; members office; involved in design from 2024-01 }\nbody council "Migrant council" {\n  kind migrant-council\n  members new\n  involved in design, implementation from 2025-06\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Body "Migrant council" begins in 2025-06, after plan "Town" was adopted (2024-12-10).\n}\ngroup new "Newcomers"',
  ],
  check(plan, report) {
    const decided = lastDecision(plan);
    if (decided === undefined || isOver(plan)) return;
    const before = heardBefore(plan, decided.day);
    for (const forum of forumsOf(plan)) {
      if (forum.kind === 'consultation' && forum.has('frequency')) continue;
      const people = seated(forum, plan);
      if (people.length > 0 && people.every((one) => before.has(one))) continue;
      for (const fact of involvements(forum)) {
        const stages = fact.value?.stages ?? [];
        const from = since(forum, fact);
        const to = stages.every((stage) => OPEN.has(stage)) ? periodOf(forum)?.to : undefined;
        if (!stages.some((stage) => OPEN.has(stage))) continue;
        const late = from !== undefined && daysOf(from, plan).start > decided.day;
        if (!late && !(to !== undefined && daysOf(to, plan).start > decided.day)) continue;
        report({
          at: fact,
          about: forum,
          message: late
            ? say`${Called(forum)} begins in ${from?.text}, after plan "${plan.title}" was adopted (${decided.text}).`
            : say`${Called(forum)} ends in ${to?.text}, after plan "${plan.title}" was adopted (${decided.text}).`,
          instead: say`Hear people before the decision; afterwards say what is still open: "involved in implementation", "monitoring" or "evaluation".`,
          related: [{ at: decided.at, message: say`It was adopted here.` }],
        });
      }
    }
  },
});

/** The last decision on the plan: its adoption, or a revision. */
function lastDecision(plan: Scope): { readonly day: Day; readonly text: string; readonly at: NonNullable<Scope['plan']>['facts'][number] } | undefined {
  const adopted = (plan.plan?.all('adopted') ?? []).flatMap((at) => (at.value === undefined ? [] : [{ at, on: at.value.on }]));
  const revised = (plan.plan?.all('revision') ?? []).flatMap((at) => (at.value === undefined ? [] : [{ at, on: at.value.on }]));
  if (adopted.length === 0) return undefined;
  const all = [...adopted, ...revised].map(({ at, on }) => ({ at, text: on.text, day: daysOf(on, plan).end }));
  return all.sort((a, b) => (a.day < b.day ? -1 : 1)).at(-1);
}

/** Who was heard while the plan could still be changed. */
const heardBefore = (plan: Scope, decided: Day): ReadonlySet<Declaration> =>
  new Set(
    forumsOf(plan).flatMap((forum) => (involvements(forum).some((fact) => wasOpen(forum, fact, plan, decided)) ? seated(forum as Consultation, plan) : [])),
  );

function wasOpen(forum: Forum, fact: ReturnType<typeof involvements>[number], plan: Scope, decided: Day): boolean {
  const from = since(forum, fact);
  return fact.value?.stages.includes('design') === true && (from === undefined || daysOf(from, plan).start <= decided);
}
