import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { luxembourg, norwayAct, wholeComm } from '../sources.ts';
import { openClaims } from './_claims.ts';
import { duesOf, isLater, spokenDeadline } from './_deadlines.ts';

export default rule({
  id: 'mandates/deadline-after-mandate',
  severity: 'error',
  summary: 'What the plan does for a duty is due later than the duty itself.',
  why: 'A plan cannot give itself more time than the law does. People lose a right on the day the law names, and whoever supervises the municipality counts from that day.',
  grounding: [
    { cite: norwayAct('12 and 30'), finding: 'The introduction programme and the courses in Norwegian and society begin within three months.' },
    { cite: luxembourg('article 6'), finding: 'A pact of a municipality is evaluated six months before it ends.' },
    { cite: wholeComm('4.1.5'), finding: 'Ten weeks to find a home hold on paper; in a tight housing market it often takes much longer.' },
  ],
  good: [
    `plan town "Town" { level local; period 2025 to 2028; under land }
responsibility settling "Settling" { fulfils settle; deadline within 8 weeks of assignment }
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local; deadline within 10 weeks of assignment }`,
    `# Several dates, one of which keeps to the law; and dates that count from something else.
plan town "Town" { level local; period 2025 to 2028; under land }
responsibility settling "Settling" { fulfils settle; deadline within 10 weeks of assignment; deadline within 6 months of assignment }
responsibility report-back "Reporting" { fulfils settle; deadline within 1 year of arrival }
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local; deadline within 10 weeks of assignment }`,
    `# A law may count from the end of the plan.
plan town "Town" { level local; period 2025 to 2028; uses act; covers act.evaluation; evaluated 2028-05 }
--- act.iplan
framework act "Act" { item evaluation "Evaluation before the end" { required for local; deadline 6 months before end } }`,
  ],
  bad: [
    `plan town "Town" { level local; period 2025 to 2028; under land }
responsibility settling "Settling" {
  fulfils settle
  deadline within 6 months of assignment
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Responsibility "Settling" is due within 6 months of assignment, later than "Settle refugees" demands: within 10 weeks of assignment.
}
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local; deadline within 10 weeks of assignment }`,
    `plan town "Town" {
  level local
  period 2025 to 2028
  uses act
  covers act.evaluation
  evaluated 2028-10
  ^^^^^^^^^^^^^^^^^ Plan "Town" is evaluated 2028-10, later than "Evaluation before the end" demands: 6 months before end.
}
--- act.iplan
framework act "Act" { item evaluation "Evaluation before the end" { required for local; deadline 6 months before end } }`,
    `plan town "Town" { level local; period 2025 to 2028; under land }
measure plans "Plans" {
  fulfils draw-up
  period 2025 to 2027
  ^^^^^^^^^^^^^^^^^^^ Measure "Plans" is due 2027, later than "Draw up plans" demands: by 2026.
}
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate draw-up "Draw up plans" { from state; to local; deadline by 2026 }`,
  ],
  check(plan, report) {
    for (const { by, demand } of openClaims(plan)) {
      const dues = duesOf(by);
      for (const fact of demand.all('deadline')) {
        const demanded = fact.value;
        if (demanded === undefined) continue;
        const compared = dues.flatMap((due) => {
          const later = isLater(due.deadline, demanded, plan);
          return later === undefined ? [] : [{ due, later }];
        });
        const first = compared[0]?.due;
        if (first === undefined || compared.some(({ later }) => !later)) continue;
        report({
          at: first.at,
          about: by,
          message:
            by.kind === 'plan'
              ? say`${Called(by)} is evaluated ${first.said}, later than "${demand.title}" demands: ${spokenDeadline(fact)}.`
              : say`${Called(by)} is due ${first.said}, later than "${demand.title}" demands: ${spokenDeadline(fact)}.`,
          instead: say`Set the date so that the duty is met, and say what is needed for it.`,
          related: [{ at: fact, message: say`This is when it is due.` }],
        });
      }
    }
  },
});
