import { say } from '../../text/say.ts';
import { isCivilSociety, isOver } from '../accountability/_tasks.ts';
import { Called, called, rule } from '../rule.ts';
import { nordic, wholeComm } from '../sources.ts';

export default rule({
  id: 'funding/grant-without-criteria',
  severity: 'information',
  absence: true,
  summary: 'Associations are paid, and nothing says what for they qualify.',
  why: 'Without criteria the money goes to those who know whom to ask. With them a new association can apply, a refusal can be explained, and the council can say why it pays this one and not that one.',
  grounding: [
    { cite: wholeComm('4.3.C.1'), finding: 'Members of the network did not know what the municipality asks of those who apply for a subsidy.' },
    { cite: nordic('introduction'), finding: 'Grants do not distinguish clearly enough between organisations that nurture democracy and those that do not.' },
    { cite: nordic('conclusions'), finding: 'There should be a method of telling the two apart.' },
  ],
  gathered: 'pay associations without saying what they must meet',
  good: [
    'partner club "Club" { type sports-club }\nfund grant "Grants" { to club; condition "Open to all; accounts are public" }',
    'partner club "Club" { type sports-club; agreement "Subsidy 2025" { kind subsidy; terms "Two open evenings a week" } }',
    '# What goes to offices follows the budget.\nactor office "Office" { type department }\nfund money "Budget" { to office }',
  ],
  bad: [
    'partner club "Club" { type sports-club }\nfund grant "Grants" { to club }\n     ^^^^^ Fund "Grants" pays associations and does not say what they must meet.',
    'partner club "Club" { type sports-club; agreement subsidy-2025 "Subsidy 2025" { kind subsidy } }\n                                                  ^^^^^^^^^^^^ Agreement "Subsidy 2025" pays partner "Club" and does not say what it must meet.',
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    for (const fund of plan.of('fund')) {
      if (fund.has('condition') || !plan.findAll(fund.refs('to')).some(isCivilSociety)) continue;
      report({
        at: fund,
        message: say`${Called(fund)} pays associations and does not say what they must meet.`,
        instead: say`Say it with "condition": who may apply, for what, and what is expected of them.`,
      });
    }
    for (const agreement of plan.of('agreement')) {
      const { parent } = agreement;
      if (agreement.one('kind')?.value !== 'subsidy' || agreement.has('terms', 'basis') || parent === undefined || !isCivilSociety(parent)) continue;
      report({
        at: agreement,
        message: say`${Called(agreement)} pays ${called(parent)} and does not say what it must meet.`,
        instead: say`Say it with "terms", or name the rules it rests on with "basis".`,
      });
    }
  },
});
