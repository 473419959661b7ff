import { Called, rule } from '../rule.ts';
import { busengdal } from '../sources.ts';

export default rule({
  id: 'accountability/person-not-role',
  severity: 'information',
  summary: 'A person stands where a role belongs.',
  why: 'People change jobs; plans run for years. A duty that is tied to a name leaves with it, and the next reader does not know which office was meant. The contact is the place for names.',
  grounding: [{ cite: busengdal('enthusiasm-driven'), finding: 'The work was driven by enthusiasts, and depended on their staying.' }],
  good: [`actor adviser "Adviser for refugees" { type post; contact "Head of office" }`],
  bad: [
    `actor anna "Mrs. A. Example" { type post }
      ^^^^ Actor "Mrs. A. Example" is a person, not a role.`,
  ],
  check(plan, report) {
    for (const holder of plan.of('actor', 'partner')) {
      if (!/^(?:mr|mrs|ms|miss|dr|prof|fru|frau|herr|hr|mevrouw|dhr|mw)\.? /i.test(holder.title)) continue;
      report({ at: holder, message: `${Called(holder)} is a person, not a role.`, instead: 'Name the office or the post; the person can stand in "contact".' });
    }
  },
});
