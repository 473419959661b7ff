import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { openMeasures, type Task } from '../accountability/_tasks.ts';
import { promise } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { osce, wholeComm } from '../sources.ts';
import { fundOf, owesMoney, sourcesOf } from './_money.ts';

export default rule({
  id: 'funding/measure-without-budget',
  severity: 'warning',
  absence: true,
  silencedAt: ['funding/partner-unfunded'],
  summary: 'A measure does not say what it costs.',
  why: 'What has no price is not in any budget, and what is in no budget is done when somebody has time. A rough figure is enough to see whether the plan can be paid for; and a measure that really costs nothing beyond the salaries can say so with a fund for the ordinary budget.',
  grounding: [
    { cite: osce('4'), finding: 'Money is the weak point of what municipalities try to do for integration.' },
    { cite: wholeComm('4.1.3'), finding: 'Support with the language was given by volunteers, without money of the municipality.' },
  ],
  gathered: 'do not say what they cost',
  // Money is one question of a plan, not one a measure.
  apart: 1,
  good: [
    'measure cafe "Language café" { budget 150000 NOK per year }',
    '# A fund says that it is for it.\nmeasure cafe "Language café"\nfund pot "Ordinary budget" { for cafe }',
    '# So does one for the whole sector.\nsector language "Language" {\n  measure cafe "Language café"\n}\nfund pot "Ordinary budget" { for language }',
    '# The money comes with the duty.\nmeasure courses "Courses" { fulfils teach }\nactor state "State" { type government; level national }\nmandate teach "Teach the language" { from state; to local; funding "Grant per person" }',
    '# A strategy leaves the money to others.\nplan state "State" { kind strategy; level national; period 2025 to 2030 }\nmeasure campaign "Campaign"',
    'measure old "Old course" { status completed }',
  ],
  bad: [
    'measure cafe "Language café"\n        ^^^^ Measure "Language café" does not say what it costs.',
    '# Who pays is said, how much is not: that weighs less.\nmeasure cafe "Language café" {\n  budget tbd from pot\n  ^^^^^^^^^^^^^^^^^^^ Measure "Language café" does not say what it costs.\n}\nfund pot "Grant of the state"',
  ],
  check(plan, report, { today }) {
    if (!owesMoney(plan)) return;
    for (const measure of openMeasures(plan)) {
      if (measure.has('budget') || plan.findAll(measure.refs('fulfils')).some((one) => one.is('mandate') && one.has('funding'))) continue;
      const promised = measure.all('budget').find((fact) => fact.tbd !== undefined);
      const fund = promised === undefined ? undefined : fundOf(promised, plan);
      if (fund === undefined && sourcesOf(measure as Declaration as Task, plan).length > 0) continue;
      report({
        at: fund === undefined || promised === undefined ? measure : promised,
        about: measure,
        lighter: fund !== undefined,
        message: say`${Called(measure)} does not say what it costs.`,
        instead: say`Write "budget" with an amount, a rough one if need be, and "from" the fund that pays.`,
        ...(promised === undefined ? { fix: promise(measure, 'budget', today) } : { tbd: promised.tbd }),
      });
    }
  },
});
