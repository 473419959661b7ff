import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { isCivilSociety, wholeOf } from '../accountability/_tasks.ts';
import { placeOf } from '../coverage/_plan.ts';
import { agreementsWith, carryingOut, isInformal, type Partner, theTasks } from '../partners/_partners.ts';
import { Called, rule } from '../rule.ts';
import { nordic, wholeComm } from '../sources.ts';
import { fundsAround, fundsTo, hasMoney, owesMoney } from './_money.ts';

/** Agreements by which something is paid, whether or not the amount is written down. */
const PAYING = new Set(['contract', 'tender', 'subsidy']);

export default rule({
  id: 'funding/partner-unfunded',
  severity: 'warning',
  absence: true,
  summary: 'An organisation of civil society carries out a task, and no money goes to it.',
  why: 'Goodwill pays for no room and no coffee. Organisations that work for nothing stop when their own money ends, and nobody has planned for that day. It need not be much: a small sum is also a sign that the work is seen.',
  grounding: [
    { cite: nordic('on aid organisations'), finding: 'More public support could decide whether organisations are able to go on.' },
    { cite: nordic('chapter on Sweden'), finding: 'Municipalities had seldom made organisations paid partners in their work for integration.' },
    { cite: nordic('chapter on Denmark'), finding: 'Small local organisations live only where the municipality takes part and pays.' },
    { cite: wholeComm('5.1'), finding: 'Informal actors felt left out and had too little money.' },
    { cite: wholeComm('4.3.C.1'), finding: 'Even a little money tells people that what they do counts.' },
  ],
  gathered: 'carry out tasks without money',
  good: [
    'measure cafe "Language café" { lead cross; budget 20000 EUR per year }\npartner cross "Red Cross" { type ngo }',
    'measure cafe "Language café" { lead cross }\npartner cross "Red Cross" {\n  type ngo\n  agreement "Partnership" { kind partnership; amount 400000 NOK per year }\n}',
    'measure cafe "Language café" { lead cross }\npartner cross "Red Cross" { type ngo }\nfund grants "Grants" { to cross }',
    '# A firm knows what it asks for.\nmeasure jobs "Job training" { lead bakery }\npartner bakery "Bakery" { type employer; role formal }',
    '# It pays for others.\nmeasure sport "Sport" { lead union }\npartner union "Sports union" { type sports-club }\nfund support "Support of clubs" { from union }',
    '# Taking part is not carrying out.\nmeasure cafe "Language café" { lead office; with cross }\nactor office "Office" { type department }\npartner cross "Red Cross" { type ngo }',
  ],
  bad: [
    'measure cafe "Language café" { lead cross }\npartner cross "Red Cross" { type ngo }\n        ^^^^^ Partner "Red Cross" carries out measure "Language café", and no money goes to it.',
    '# An agreement without money is none of money.\nmeasure cafe "Language café" { lead cross }\npartner cross "Red Cross" {\n        ^^^^^ Partner "Red Cross" carries out measure "Language café", and no money goes to it.\n  type ngo\n  agreement "Cooperation" { kind partnership }\n}',
  ],
  check(plan, report) {
    if (!owesMoney(plan)) return;
    const givers = new Set(fundsAround(plan).flatMap((fund) => plan.findAll(fund.refs('from'))));
    for (const [partner, { tasks, place }] of carryingOut(plan)) {
      if (!isCivilSociety(partner) && !(isInformal(partner) && partner.one('type')?.value !== 'employer')) continue;
      if (givers.has(partner) || isPaid(partner, plan) || tasks.some((task) => hasMoney(task, plan))) continue;
      report({
        at: placeOf(place),
        about: partner,
        also: tasks as readonly Declaration[],
        message: say`${Called(partner)} carries out ${theTasks(tasks)}, and no money goes to it.`,
        instead: say`Give the task a "budget", or say what it is paid with "amount" in its agreement; a small sum will often do.`,
        related: tasks.slice(0, 5).map((task) => ({ at: task, message: say`It carries this out.` })),
      });
    }
  },
});

function isPaid(partner: Partner, plan: Scope): boolean {
  if (agreementsWith(partner, plan).some((agreement) => agreement.has('amount') || PAYING.has(agreement.one('kind')?.value ?? ''))) return true;
  const whole = wholeOf(partner, plan);
  return fundsTo(partner, plan).length > 0 || whole?.kind === 'actor' || (whole !== undefined && fundsTo(whole, plan).length > 0);
}
