import type { Declaration } from '../../model/declaration.ts';
import { tasksOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { isOver } from '../coverage/_plan.ts';
import { addStatement } from '../mend.ts';
import { rule } from '../rule.ts';
import { busengdal } from '../sources.ts';
import { isOfOnePlace } from './_decision.ts';

export default rule({
  id: 'adoption/not-anchored',
  severity: 'warning',
  absence: true,
  summary: 'No other plan of the place carries this one.',
  why: 'A plan of its own is easily forgotten by those who work with other plans. What stands in the master plan, the programme of action or the plans for housing and schools is looked up, budgeted and reported; what does not can be stopped without a decision.',
  grounding: [
    {
      cite: busengdal('Results › Legitimating actions'),
      finding: 'A chief executive could end work for refugees at will if it were in none of the plans of the municipality.',
    },
  ],
  good: [
    'plan town "Town" { level local; period 2025 to 2028; anchored in master "Municipal master plan" }',
    'plan town "Town" { level local; period 2025 to 2028; implements master }\n--- master/plan.iplan\nplan master "Master plan" { kind strategy; level local; period 2023 to 2035; anchored in financial "Financial plan" }',
    '# Each measure stands in a plan of its field.\nplan town "Town" { level local; period 2025 to 2028 }\nmeasure course "Tenancy course" { anchored in "Housing plan" }\nmeasure class "Reception class" { anchored in "School plan" }',
    '# What the law demands of the county is done whether a plan says so or not.\nplan county "County" { level regional; period 2025 to 2028 }\nresponsibility watch "Watch the housing of refugees" { basis "Housing Act" }',
    '# A national plan has a government behind it.\nplan state "State" { kind strategy; level national; period 2025 to 2028 }',
    '# A project ends with its money.\nplan sport "Sport for all" { kind project; level local; period 2025 }',
  ],
  bad: ['plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Plan "Town" is anchored in no other plan.'],
  check(plan, report) {
    const { plan: head } = plan;
    if (head === undefined || isOver(plan) || plan.planKind === 'project' || !isOfOnePlace(plan) || head.has('anchored in', 'implements')) return;
    const tasks: readonly Declaration[] = tasksOf(plan);
    // What the law demands cannot simply be stopped.
    if (tasks.length > 0 && tasks.every((task) => task.has('anchored in', 'basis', 'fulfils'))) return;
    const tbd = head.one('anchored in')?.tbd;
    report({
      at: head,
      message: say`Plan "${plan.title}" is anchored in no other plan.`,
      instead: say`Say which plans carry it: anchored in financial "…", anchored in master "…", anchored in thematic "…".`,
      ...(tbd ? { tbd } : { fix: addStatement(head, `anchored in "${say`TODO: a plan of the place`}"`) }),
    });
  },
});
