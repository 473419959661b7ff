import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { isOver } from '../coverage/_plan.ts';
import { listed, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { isOfCivilSociety, isOfNewcomers, seated } from './_people.ts';
import { type Forum, forumsOf, involvements, stagesOf } from './_stages.ts';

export default rule({
  id: 'participation/late-access',
  severity: 'warning',
  summary: 'Newcomers or civil society are let in when the choices are made.',
  why: 'Who comes in when the plan is carried out can help with what others have thought of. That the course is held at the wrong hour, or that the wrong thing is taught, could have been said when it was designed, and is hard to change afterwards.',
  grounding: [
    { cite: osce('3.2'), finding: 'People should have access while there is something to choose, and not be shown the last few alternatives.' },
    { cite: osce('4'), finding: 'Forms of involvement must stay flexible; what counts is that they reach over the whole of the policy.' },
  ],
  good: [
    'body council "Migrant council" { kind migrant-council; involved in design, implementation }',
    '# Heard once in the beginning, seated later.\ngroup new "Newcomers"\nconsultation evening "Evening" { involved in design; with new }\nbody council "Migrant council" { kind migrant-council; involved in implementation }',
    '# It is not said in which stages.\nbody council "Migrant council" { kind migrant-council }',
    '# A body of offices has the offices behind it.\nactor office "Office" { type department }\nbody group "Working group" { kind coordination; members office; involved in implementation }',
  ],
  bad: [
    'body council "Migrant council" {\n  kind migrant-council\n  involved in implementation, evaluation\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Newcomers have a say in implementation and evaluation, and none in design.\n}',
    'group new "Newcomers"\npartner club "Sports club" { type sports-club }\nconsultation evening "Evening" { involved in design; with new }\nbody forum "Forum" {\n  kind stakeholder-council\n  members club\n  involved in implementation\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^ Civil society has a say in implementation, and none in design.\n}',
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    const sides = [
      { who: say`Newcomers have`, forums: ofSide(plan, (one) => isOfNewcomers(one, plan)) },
      { who: say`Civil society has`, forums: ofSide(plan, (one) => isOfCivilSociety(one) && !isOfNewcomers(one, plan)) },
    ];
    for (const { who, forums } of sides) {
      if (forums.length === 0 || forums.some((forum) => stagesOf(forum).length === 0 || stagesOf(forum).includes('design'))) continue;
      const [first, ...others] = forums as [Forum, ...Forum[]];
      const fact = involvements(first)[0];
      if (fact === undefined) continue;
      report({
        at: fact,
        about: first,
        message: say`${who} a say in ${listed([...new Set(forums.flatMap(stagesOf))])}, and none in design.`,
        instead: say`Let them in when the plan or its next revision is designed, and say so with "involved in design"; or hear them in a consultation.`,
        related: others.map((forum) => ({ at: forum, message: say`${forum.title} is involved as late.` })),
      });
    }
  },
});

/** The bodies and consultations in which somebody of a side has a say. */
const ofSide = (plan: Scope, is: (one: Declaration) => boolean): readonly Forum[] =>
  forumsOf(plan).filter((forum) => is(forum) || seated(forum, plan).some(is));
