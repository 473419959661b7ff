import type { Period } from '../../language/dates.ts';
import { addMonths } from '../../language/dates.ts';
import { daysOf } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { isCivilSociety, isOver } from '../accountability/_tasks.ts';
import { placeOf } from '../coverage/_plan.ts';
import { agreementsWith, carryingOut, lastAgreement, type Partner, theTasks } from '../partners/_partners.ts';
import { Called, rule } from '../rule.ts';
import { nordic, wholeComm } from '../sources.ts';
import { fundsTo } from './_money.ts';
import { periodOf } from './_time.ts';

export default rule({
  id: 'funding/short-term-only',
  severity: 'warning',
  summary: 'An organisation does lasting work on money for a short time.',
  why: 'With money for a year, half of the year goes into the next application, good people leave in autumn, and nothing is begun that takes longer than the grant. Work that is meant to last needs an agreement over several years, even if the amount is the same.',
  grounding: [
    { cite: nordic('introduction'), finding: 'Organisations lack the long-term economic conditions that they would need to develop.' },
    { cite: nordic('chapter on Norway'), finding: 'Voluntary organisations have to live on project money for a short time.' },
    { cite: wholeComm('5.2'), finding: 'Money would do more if it came in lasting ways and with less paper.' },
  ],
  gathered: 'do lasting work on money for a short time',
  options: { months: { default: 24, doc: 'Up to so many months, money counts as short.' } },
  good: [
    `measure cafe "Language café" { lead cross }
partner cross "Red Cross" {
  type ngo
  agreement "Partnership" { kind partnership; amount 400000 NOK per year; period 2025 to 2028 }
}`,
    `# The work is short, too.
measure cafe "Language café" { lead cross; period 2025 }
partner cross "Red Cross" {
  type ngo
  agreement "Grant" { kind subsidy; amount 400000 NOK; period 2025 to 2025; renewal "On application" }
}`,
    `# Another grant reaches further.
measure cafe "Language café" { lead cross }
fund core "Core grant" { to cross; period 2024 to 2028 }
partner cross "Red Cross" {
  type ngo
  agreement "Grant" { kind subsidy; amount 400000 NOK; period 2026; renewal "On application" }
}`,
    `# That the agreement ends too early is said by another rule.
measure cafe "Language café" { lead cross }
partner cross "Red Cross" {
  type ngo
  agreement "Grant" { kind subsidy; amount 400000 NOK; period 2026 }
}`,
  ],
  bad: [
    `measure cafe "Language café" { lead cross }
partner cross "Red Cross" {
        ^^^^^ Partner "Red Cross" carries out measure "Language café" on money for at most 12 months at a time.
  type ngo
  agreement "Grant" { kind subsidy; amount 400000 NOK; period 2026; renewal "Applied for every year" }
}`,
    `measure cafe "Language café" { lead cross }
fund project "Project money" { to cross; period 2025-07 to 2026-12 }
partner cross "Red Cross" { type ngo }
        ^^^^^ Partner "Red Cross" carries out measure "Language café" on money for at most 18 months at a time.`,
  ],
  check(plan, report, { options }) {
    if (isOver(plan)) return;
    for (const [partner, { tasks, place }] of carryingOut(plan)) {
      if (!isCivilSociety(partner)) continue;
      const lengths = lengthsOf(partner, plan);
      if (lengths.length === 0 || lengths.includes(undefined) || lastAgreement(partner, plan) !== undefined) continue;
      const longest = Math.max(...(lengths as number[]));
      if (longest > Number(options.months)) continue;
      const lasting = tasks.filter((task) => (monthsIn(periodOf(task) ?? plan.plan?.one('period')?.value, plan) ?? Number.POSITIVE_INFINITY) > longest);
      if (lasting.length === 0) continue;
      report({
        at: placeOf(place),
        about: partner,
        message: say`${Called(partner)} carries out ${theTasks(lasting)} on money for at most ${longest} months at a time.`,
        instead: say`Agree on money for several years, or for as long as the work is meant to last.`,
      });
    }
  },
});

/** How many months each of the moneys lasts that a partner gets; one without an end is not known to be short. */
const lengthsOf = (partner: Partner, plan: Scope): readonly (number | undefined)[] => [
  ...agreementsWith(partner, plan)
    .filter((agreement) => agreement.has('amount'))
    .map((agreement) => monthsIn(agreement.one('period')?.value, plan)),
  ...fundsTo(partner, plan).map((fund) => monthsIn(fund.one('period')?.value, plan)),
];

/** The months of a period that has both ends, rounded up. */
function monthsIn(period: Period | undefined, plan: Scope): number | undefined {
  if (period?.from === undefined || period.to === undefined) return undefined;
  const [start, end] = [daysOf(period.from, plan).start, daysOf(period.to, plan).end];
  let months = (Number(end.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(start.slice(5, 7));
  if (addMonths(start, months) <= end) months++;
  return months;
}
