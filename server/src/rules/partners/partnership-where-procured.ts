import { countryOf } from '../../model/place.ts';
import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { nordic } from '../sources.ts';
import { isPaidPartnership, mustProcure, nameOf, procuring } from './_procurement.ts';

export default rule({
  id: 'partners/partnership-where-procured',
  severity: 'warning',
  summary: 'A partnership pays civil society for its work, in a country where such work is procured.',
  why: 'What is sound practice in one country breaks the law of the next. Where work for the public is put out to bidding, an agreement that pays an organisation without a competition can be challenged by anybody who would have liked to bid, and then the service stops. The country is the one the plan says, the one of a plan above it, or the `jurisdiction` of the configuration. A grant for what an organisation does of its own accord is another matter, and so is help that nobody pays for.',
  grounding: [
    { cite: nordic('chapter on Norway'), finding: 'The law of procurement makes integration projects of civil society come about through bidding.' },
    {
      cite: nordic('chapter on Sweden'),
      finding: 'There an authority need not buy on the market what it wants done, and partnerships with organisations are an established form.',
    },
  ],
  options: procuring,
  good: [
    `# In Sweden this is a matter of its basis only.
plan a "A" { level local; period 2025 to 2028; country SE }
partner cross "Red Cross" {
  type ngo
  agreement "Partnership" { kind partnership; amount 400000 SEK per year; basis "No market: nobody else offers it" }
}`,
    `plan a "A" { level local; period 2025 to 2028; country NO }
partner cross "Red Cross" {
  type ngo
  agreement "Contract" { kind tender; amount 400000 NOK per year }
}`,
    `# Nothing is paid.
plan a "A" { level local; period 2025 to 2028; country NO }
partner cross "Red Cross" {
  type ngo
  agreement "Cooperation" { kind partnership }
}`,
    `# The exception is named.
plan a "A" { level local; period 2025 to 2028; country NO }
partner cross "Red Cross" {
  type ngo
  agreement "Partnership" { kind partnership; amount 400000 NOK per year; basis "Below the threshold; decision 12/25" }
}`,
    `# Nothing is known of the country.
partner cross "Red Cross" {
  type ngo
  agreement "Partnership" { kind partnership; amount 400000 NOK per year }
}`,
  ],
  bad: [
    `plan a "A" { level local; period 2025 to 2028; country NO }
partner cross "Red Cross" {
  type ngo
  agreement "Partnership" {
    kind partnership
    ^^^^^^^^^^^^^^^^ Agreement "Partnership" pays civil society without a competition, and in Norway such work is procured.
    amount 400000 NOK per year
  }
}`,
    `# The country of the plan above counts.
plan a "A" { level local; period 2025 to 2028; under state }
partner cross "Red Cross" { type ngo }
actor town "Town" { type municipality }
agreement together "Together" {
  parties town, cross
  kind partnership
  ^^^^^^^^^^^^^^^^ Agreement "Together" pays civil society without a competition, and in Norway such work is procured.
  amount 400000 NOK per year
}
--- state/plan.iplan
plan state "State" { kind strategy; level national; period 2025 to 2030; country NO }`,
  ],
  check(plan, report, context) {
    if (!mustProcure(plan, context)) return;
    for (const agreement of plan.of('agreement')) {
      if (!isPaidPartnership(agreement, plan) || agreement.has('basis')) continue;
      report({
        at: agreement.one('kind') ?? agreement,
        about: agreement,
        message: say`${Called(agreement)} pays civil society without a competition, and in ${nameOf(countryOf(plan, context.jurisdiction) as string)} such work is procured.`,
        instead: say`Put the work out to tender, or name with "basis" the exception that the agreement rests on.`,
        fix: addStatement(agreement, `basis "${say`TODO: the exception`}"`),
      });
    }
  },
});
