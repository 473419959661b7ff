import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { addresseesOf, forceOf, givenDown, isFunded, spoken, validity } from './_duties.ts';

export default rule({
  id: 'mandates/voluntary-only',
  severity: 'information',
  absence: true,
  summary: 'A result, or all of the work, hangs on a lower level that may decline, and nothing invites it to agree.',
  why: 'A voluntary model can be the right one: whoever agrees of their own will does it better. It needs an incentive, or a way that works when too many say no. Where the model is meant so, accept the finding with a waiver, so that readers know it.',
  grounding: [
    { cite: osce('3.4.3'), finding: 'In a model that rests on agreement, some municipalities still offered no places for refugees.' },
    { cite: osce('3.4.3'), finding: 'A voluntary model can be chosen on purpose, and works by incentives.' },
  ],
  gathered: 'are voluntary and come with nothing that invites to them',
  good: [
    `plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate offer "Offer places" { from state; to local; force should; funding 10000 EUR per person }`,
    `# What is only allowed is expected of nobody.
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate ask "Ask something in return" { from state; to local; force may }`,
    `# Advice beside a duty; it has no figure and no date that hang on it.
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local }
mandate involve "Involve associations" { from state; to local; force should }`,
    `# Chosen on purpose, with an end and a name.
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate offer "Offer places" { from state; to local; force should }
waive mandates/voluntary-only on offer until 2027 approved by state because "Municipalities are to agree of their own will"`,
  ],
  bad: [
    `plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate offer "Offer places" { from state; to local; force should }
        ^^^^^ "Offer places" is left to municipalities to do or not, and nothing invites them to.`,
    `plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate offer "Offer places" { from state; to regional; force may; target 500 places }
        ^^^^^ "Offer places" is left to regions to do or not, and nothing invites them to.`,
  ],
  check(plan, report, { today }) {
    const bound = new Set(
      [plan, ...plan.ancestors].flatMap((giver) =>
        giver.of('mandate').flatMap((mandate) => {
          const duty = { mandate, giver };
          return forceOf(mandate) === 'must' && validity(duty, today) !== 'ended' ? [...addresseesOf(duty, plan).levels] : [];
        }),
      ),
    );
    for (const { mandate, levels } of givenDown(plan, today)) {
      if (forceOf(mandate) === 'must' || isFunded(mandate)) continue;
      // Where a level is bound by other duties, what is only advised beside them is no model of its own.
      const isModel = forceOf(mandate) === 'should' && !levels.some((level) => bound.has(level));
      if (!isModel && !mandate.has('target', 'deadline')) continue;
      const promised = mandate.all('funding').find((fact) => fact.tbd !== undefined);
      report({
        at: mandate,
        message: say`"${mandate.title}" is left to ${spoken(levels)} to do or not, and nothing invites them to.`,
        instead: say`Say with "funding" what they get for it, or accept it with a waiver where the model is meant to be voluntary.`,
        ...(promised === undefined ? {} : { tbd: promised.tbd }),
      });
    }
  },
});
