import type { Ref } from '../../language/shape.ts';
import { hasKeyPerson } from '../../model/place.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { nordic } from '../sources.ts';
import { isCivilSociety, isOver } from './_tasks.ts';

export default rule({
  id: 'accountability/no-civil-society-coordinator',
  severity: 'warning',
  absence: true,
  summary: 'Civil society takes part, and nobody holds it together.',
  why: 'Associations know where people are lonely, but not what the next association does. Without somebody who knows them all, they double each other in one street and leave the next.',
  grounding: [
    {
      cite: nordic('introduction'),
      finding:
        'What civil society can give is partly lost where nobody has the clear task of coordinating it, and newcomers then find fewer ties to the place.',
    },
    { cite: nordic('conclusions'), finding: 'In a smaller place another key person can do what a coordinator does elsewhere.' },
  ],
  options: { smallCommunity: { default: 5000, doc: 'Up to so many residents, one person who holds the threads is enough.' } },
  good: [
    `measure cafe "Café" { lead office; with cross, church, club }
body forum "Forum" { kind coordination; members office, cross, church }
actor office "Office" { type department }
partner cross "Red Cross" { type ngo }
partner church "Church" { type religious-community }
partner club "Sports club" { type sports-club }`,
    `measure cafe "Café" { lead office; with cross, church, club }
actor office "Office" { type department; works with cross, church monthly }
partner cross "Red Cross" { type ngo }
partner church "Church" { type religious-community }
partner club "Sports club" { type sports-club }`,
    `measure cafe "Café" { lead office; with cross, church, club }
actor office "Office" { type department }
partner centre "Volunteer centre" { type other; works with cross, church, club }
partner cross "Red Cross" { type ngo }
partner church "Church" { type religious-community }
partner club "Sports club" { type sports-club }`,
    `# In a small place one person who knows them all is enough.
measure cafe "Café" { lead adviser; with cross, church, club }
actor adviser "Adviser for newcomers" { type post }
group all "Residents" { kind receiving-society; size 1200 persons on 2024 }
partner cross "Red Cross" { type ngo }
partner church "Church" { type religious-community }
partner club "Sports club" { type sports-club }`,
  ],
  bad: [
    `plan a "A" { level local; period 2025 to 2028 }
     ^ 3 organisations of civil society take part in plan "A", and nobody holds them together.
measure cafe "Café" { lead office; with cross, church, club }
actor office "Office" { type department }
partner cross "Red Cross" { type ngo }
partner church "Church" { type religious-community }
partner club "Sports club" { type sports-club }`,
  ],
  check(plan, report, { options }) {
    const civil = plan.of('partner').filter(isCivilSociety);
    if (plan.plan === undefined || civil.length < 3 || isOver(plan)) return;
    const several = (refs: readonly Ref[]) => new Set(plan.findAll(refs).filter(isCivilSociety)).size >= 2;
    const held = plan.of('body').some((body) => several(body.refs('members'))) || plan.of('actor', 'partner').some((one) => several(one.refs('works with')));
    if (held || hasKeyPerson(plan, Number(options.smallCommunity))) return;
    report({
      at: plan.plan,
      message: say`${civil.length} organisations of civil society take part in plan "${plan.title}", and nobody holds them together.`,
      instead: say`Declare a body in which they sit, or say which office "works with" them and how often.`,
      related: civil.slice(0, 5).map((partner) => ({ at: partner, message: say`One of them.` })),
    });
  },
});
