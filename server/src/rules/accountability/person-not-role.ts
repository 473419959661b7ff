import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { busengdal } from '../sources.ts';

/** How people are addressed in the languages plans are written in; case counts, so that "HR department" is none. */
const ADDRESSED = /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Fru|Frau|Herr|Hr|Mevrouw|Mw|Dhr|Mme|Rouva|Fröken)\.? (?=\p{Lu})/u;
/** What holds a role; a school or a centre may be named after somebody. */
const HOLDS_A_ROLE = new Set(['post', 'individuals', 'other', 'department', undefined]);

export default rule({
  id: 'accountability/person-not-role',
  severity: 'information',
  summary: 'A person stands where a role belongs.',
  why: 'People change jobs; plans run for years. A duty that is tied to a name leaves with it, and the next reader does not know which office was meant. The contact is the place for names.',
  grounding: [
    {
      cite: busengdal('Results › Shared understandings'),
      finding: 'A practice is robust when it is carried by what all hold in common, and not by the enthusiasm of a few.',
    },
  ],
  gathered: 'are persons, not roles',
  good: [
    'actor adviser "Adviser for refugees" { type post; contact "Head of office" }',
    'actor hr "HR Department" { type department }',
    'partner school "Dr. Example School" { type school }',
  ],
  bad: [
    `actor anna "Mrs. A. Example" { type post }
      ^^^^ Actor "Mrs. A. Example" is a person, not a role.`,
  ],
  check(plan, report) {
    for (const holder of plan.of('actor', 'partner')) {
      if (!ADDRESSED.test(holder.title) || !HOLDS_A_ROLE.has(holder.one('type')?.value)) continue;
      report({
        at: holder,
        message: say`${Called(holder)} is a person, not a role.`,
        instead: say`Name the office or the post; the person can stand in "contact".`,
      });
    }
  },
});
