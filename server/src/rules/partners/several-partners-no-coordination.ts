import type { Declaration } from '../../model/declaration.ts';
import { hasKeyPerson } from '../../model/place.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { nordic, osce, wholeComm } from '../sources.ts';
import { type Partner, takingPartIn } from './_partners.ts';

export default rule({
  id: 'partners/several-partners-no-coordination',
  severity: 'warning',
  absence: true,
  silencedBy: ['accountability/no-civil-society-coordinator'],
  summary: 'Several partners take part, and nothing brings them together.',
  why: 'Many actors are not yet a network. Where nobody calls them together, they do not know what the others do: one family is visited by three, the next by none. It need not be a formal body; a coordinator, one roof over all of them, or in a small place one person who knows everybody does as well.',
  grounding: [
    { cite: wholeComm('4.3.C.1'), finding: 'In one of the places the network was rather fragmented, and its members often did not know who did what.' },
    { cite: osce('3.1'), finding: 'That many actors of many levels take part does not make for good governance by itself.' },
    { cite: wholeComm('4.2.2'), finding: 'In a small place a few people who know each other well can keep others from falling between the cracks.' },
    { cite: nordic('chapter on Denmark'), finding: 'A strong model of cooperation leaves it to the place how it is done.' },
  ],
  options: {
    least: { default: 3, doc: 'How many partners must take part.' },
    smallCommunity: { default: 5000, doc: 'Up to so many residents, one person who holds the threads is enough.' },
  },
  good: [
    `plan a "A" { level local; period 2025 to 2028 }
measure cafe "Café" { lead office; with cross, church, school }
body table "Round table" { kind coordination; members office, cross, church, school; meets monthly }
actor office "Office" { type department }
partner cross "Red Cross" { type ngo }
partner church "Church" { type religious-community }
partner school "School" { type school }`,
    `plan a "A" { level local; period 2025 to 2028; coordinator office }
measure cafe "Café" { lead office; with cross, church, school }
actor office "Office" { type department }
partner cross "Red Cross" { type ngo }
partner church "Church" { type religious-community }
partner school "School" { type school }`,
    `# All under one roof.
plan a "A" { level local; period 2025 to 2028 }
measure cafe "Café" { lead office; with cross, church, school }
actor office "Office" { type department }
partner house "Neighbourhood house" { type other; works with office, cross, church }
partner cross "Red Cross" { type ngo }
partner church "Church" { type religious-community }
partner school "School" { type school }`,
    `# A small place with a key person.
plan a "A" { level local; period 2025 to 2028 }
group all "Residents" { kind receiving-society; size 1200 persons on 2024 }
measure cafe "Café" { lead adviser; with cross, church, school }
actor adviser "Adviser for newcomers" { type post }
partner cross "Red Cross" { type ngo }
partner church "Church" { type religious-community }
partner school "School" { type school }`,
  ],
  bad: [
    `plan a "A" { level local; period 2025 to 2028 }
     ^ 3 partners take part in plan "A", and nothing brings them together.
measure cafe "Café" { lead office; with cross, church, school }
actor office "Office" { type department }
partner cross "Red Cross" { type ngo }
partner church "Church" { type religious-community }
partner school "School" { type school }`,
    `# A large place with a key person.
plan a "A" { level local; period 2025 to 2028 }
     ^ 3 partners take part in plan "A", and nothing brings them together.
group all "Residents" { kind receiving-society; size 48000 persons on 2024 }
measure cafe "Café" { lead adviser; with cross, church, school }
actor adviser "Adviser for newcomers" { type post }
partner cross "Red Cross" { type ngo }
partner church "Church" { type religious-community }
partner school "School" { type school }`,
  ],
  check(plan, report, { today, options }) {
    const partners = [...takingPartIn(plan).keys()];
    if (plan.plan === undefined || partners.length < Number(options.least)) return;
    const coordinated = plan.plan.all('coordinator').some((fact) => fact.tbd === undefined && (fact.value?.until?.end ?? today) >= today);
    if (coordinated || bringsTogether(new Set(partners), plan) || hasKeyPerson(plan, Number(options.smallCommunity))) return;
    report({
      at: plan.plan,
      message: say`${partners.length} partners take part in plan "${plan.title}", and nothing brings them together.`,
      instead: say`Declare the body in which they meet and how often, name a coordinator, or say who "works with" them.`,
      related: partners.slice(0, 5).map((partner) => ({ at: partner, message: say`One of them.` })),
    });
  },
});

/** Whether some of the partners meet in a body that coordinates, or somebody works with at least half of them. */
function bringsTogether(partners: ReadonlySet<Partner>, plan: Scope): boolean {
  const among = (some: readonly Declaration[]) => new Set(some.filter((one) => partners.has(one as Partner))).size;
  for (const scope of [plan, ...plan.ancestors])
    for (const body of scope.of('body'))
      if (['coordination', 'steering'].includes(body.one('kind')?.value ?? '') && among(scope.findAll(body.refs('members'))) >= 2) return true;
  return plan.of('actor', 'partner').some((one) => {
    const met = among(plan.findAll(one.refs('works with'))) + (partners.has(one as Partner) ? 1 : 0);
    return met >= 2 && met >= partners.size / 2;
  });
}
