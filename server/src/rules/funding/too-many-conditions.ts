import { say } from '../../text/say.ts';
import { isCivilSociety, isOver, isVolunteer } from '../accountability/_tasks.ts';
import { Called, rule } from '../rule.ts';
import { nordic } from '../sources.ts';

export default rule({
  id: 'funding/too-many-conditions',
  severity: 'information',
  summary: 'Money for associations comes with very many conditions.',
  why: 'Each condition is sensible, and together they turn volunteers into clerks. Who may use money only as it was thought out beforehand cannot do what associations are good at: see what is needed and do it.',
  grounding: [
    {
      cite: nordic('chapter on Norway'),
      finding: 'Where funding is hedged in by many restrictions, voluntary organisations lose the freedom to find good solutions.',
    },
  ],
  gathered: 'pay associations under very many conditions',
  options: { most: { default: 4, doc: 'Up to so many conditions are few enough.' } },
  good: [
    'partner club "Club" { type sports-club }\nfund grant "Grants" { to club; condition "Open to all"; condition "A report a year" }',
    '# Offices have clerks.\nactor office "Office" { type department }\nfund grant "Grants" { to office; condition "A"; condition "B"; condition "C"; condition "D"; condition "E" }',
  ],
  bad: [
    'partner club "Club" { type sports-club }\nfund grant "Grants" { to club; condition "A"; condition "B"; condition "C"; condition "D"; condition "E" }\n     ^^^^^ Fund "Grants" pays associations under 5 conditions.',
  ],
  check(plan, report, { options }) {
    if (isOver(plan)) return;
    for (const fund of plan.of('fund')) {
      const conditions = fund.all('condition').length;
      if (conditions <= Number(options.most) || !plan.findAll(fund.refs('to')).some((one) => isCivilSociety(one) || isVolunteer(one))) continue;
      report({
        at: fund,
        message: say`${Called(fund)} pays associations under ${conditions} conditions.`,
        instead: say`Keep those that decide whether the money does good, and leave the way to those who do it.`,
      });
    }
  },
});
