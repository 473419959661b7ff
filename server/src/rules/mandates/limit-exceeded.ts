import type { Quantity } from '../../language/amounts.ts';
import type { Standard } from '../../language/forms.ts';
import { monthsOf, type TimeUnit } from '../../language/times.ts';
import type { Declaration, Fact } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { rounded } from '../monitoring/_figures.ts';
import { Called, rule } from '../rule.ts';
import { luxembourg, wholeComm } from '../sources.ts';
import { type Claim, lengthsOf, openClaims } from './_claims.ts';

export default rule({
  id: 'mandates/limit-exceeded',
  severity: 'error',
  summary: 'What answers a duty goes beyond the limit that the law sets, or stays below its minimum.',
  why: 'A pact that runs longer than the law allows may be void, a course with fewer hours than it demands gives people less than their right. Such limits are figures, and figures can be compared before somebody else does.',
  grounding: [
    { cite: luxembourg('article 6'), finding: 'A pact of a municipality lasts at most six years.' },
    { cite: wholeComm('3.1'), finding: 'Civic integration was to be completed within three years as a rule.' },
  ],
  good: [
    `plan town "Town" { kind pact; level local; period 2025 to 2030; uses act; covers act.length }
--- act.iplan
framework act "Act" { item length "At most six years" { required for local; standard at most 6 years } }`,
    `plan town "Town" { level local; period 2025 to 2028; under land }
responsibility programme "Programme" { fulfils integrate; deadline within 3 years of settlement }
measure lessons "Lessons" { fulfils teach; output 320 hours }
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate integrate "Integrate" { from state; to local; standard at most 3 years }
mandate teach "Teach" { from state; to local; standard 300 hours within 1 year }`,
    `# Where the law sets a date of its own, the time until then is compared with that date.
plan town "Town" { level local; period 2025 to 2028; under land }
responsibility programme "Programme" { fulfils integrate; deadline within 4 years of settlement }
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate integrate "Integrate" { from state; to local; standard at most 3 years; deadline within 5 years of settlement }`,
  ],
  bad: [
    `plan town "Town" {
  kind pact
  level local
  period 2025 to 2031
  ^^^^^^^^^^^^^^^^^^^ Plan "Town" lasts 2025 to 2031; "At most six years" allows at most 6 years.
  uses act
  covers act.length
}
--- act.iplan
framework act "Act" { item length "At most six years" { required for local; standard at most 6 years } }`,
    `plan town "Town" { level local; period 2025 to 2028; under land }
responsibility programme "Programme" {
  fulfils integrate
  deadline within 5 years of settlement
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Responsibility "Programme" lasts 5 years; "Integrate" allows at most 3 years.
}
measure lessons "Lessons" {
  fulfils teach
  output 200 hours
  ^^^^^^^^^^^^^^^^ Measure "Lessons" gives 200 hours; "Teach" demands at least 300 hours.
}
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate integrate "Integrate" { from state; to local; standard at most 3 years }
mandate teach "Teach" { from state; to local; standard 300 hours within 1 year }`,
  ],
  check(plan, report) {
    for (const claim of openClaims(plan))
      for (const standard of claim.demand.all('standard')) {
        const limit = standard.value;
        if (limit?.value === undefined) continue;
        for (const { at, said } of beyond(claim, limit as Limit, plan))
          report({
            at,
            about: claim.by,
            message:
              limit.form === 'at most'
                ? say`${Called(claim.by)} ${said}; "${claim.demand.title}" allows at most ${written(limit.value)}.`
                : say`${Called(claim.by)} ${said}; "${claim.demand.title}" demands at least ${written(limit.value)}.`,
            instead: say`Keep to the limit, or name the decision that allows otherwise in a waiver.`,
            related: [{ at: standard, message: say`This is the limit.` }],
          });
      }
  },
});

type Limit = Standard & { readonly value: Quantity };
interface Breach {
  readonly at: Fact;
  readonly said: string;
}

const written = ({ number, unit }: Quantity): string =>
  unit === 'percent' ? `${rounded(number)}%` : `${rounded(number)}${unit === undefined ? '' : ` ${unit}`}`;

const TIMES: ReadonlySet<string> = new Set(['day', 'week', 'month', 'quarter', 'year']);
/** A few days decide nothing: months and years are not all of one length. */
const SLACK = 0.15;

function beyond({ by, demand }: Claim, limit: Limit, plan: Scope): readonly Breach[] {
  const unit = singular(limit.value.unit);
  if (!TIMES.has(unit)) return amounts(by, limit, unit);
  const months = monthsOf({ count: limit.value.number, unit: unit as TimeUnit });
  return lengthsOf(by, plan)
    .filter((length) => length.at.word !== 'deadline' || !demand.has('deadline'))
    .filter((length) => (limit.form === 'at most' ? length.months > months + SLACK : length.months < months - SLACK))
    .map(({ at, said }) => ({ at, said: say`lasts ${said}` }));
}

/** What a measure gives, in the unit of the limit. */
function amounts(by: Declaration, limit: Limit, unit: string): readonly Breach[] {
  return by.facts.flatMap((fact) => {
    const given = fact.word === 'output' && typeof fact.value === 'object' ? (fact.value as Quantity | undefined) : undefined;
    if (given === undefined || singular(given.unit) !== unit) return [];
    const fits = limit.form === 'at most' ? given.number <= limit.value.number : given.number >= limit.value.number;
    return fits ? [] : [{ at: fact, said: say`gives ${written(given)}` }];
  });
}

const singular = (unit: string | undefined): string => (unit ?? '').replace(/s$/, '');
