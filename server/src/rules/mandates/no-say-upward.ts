import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { addresseesOf, forceOf, type Given, givenDown, meant, spoken } from './_duties.ts';

export default rule({
  id: 'mandates/no-say-upward',
  severity: 'information',
  absence: true,
  summary: 'Those who have to carry out a duty had no say when it was made.',
  why: 'A law looks different from the desk where it is carried out. Large cities make themselves heard by telephone; small municipalities are heard where a seat is kept for them. Without one, what does not work in practice is found out in practice.',
  grounding: [
    {
      cite: wholeComm('4.2.2'),
      finding: 'Big cities, with more officials and more expertise, answer faster when they are asked, so small ones are harder to hear.',
    },
    { cite: wholeComm('3.1'), finding: 'Municipalities have little to say on how many refugees are assigned to them, and whom.' },
  ],
  gathered: 'were made without those who have to carry them out',
  good: [
    `plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
partner towns "Association of towns" { type association-of-municipalities }
mandate settle "House refugees" { from state; to local }
consultation hearing "Hearing on the act" { involved in design; with towns }`,
    `# The table stands in the plan under the act.
plan act "Act" { kind statute; level national; period from 2020 }
actor state "State" { type government }
mandate settle "House refugees" { from state; to local }
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030; under act }
actor towns "Municipalities" { type municipality; each of municipality }
body table "National table" { kind coordination; members state, towns; involved in design, monitoring }`,
  ],
  bad: [
    `plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "House refugees" { from state; to local }
        ^^^^^^ Nothing shows that municipalities had a say in "House refugees".`,
    `# Heard when all is decided, they have no say in it.
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
partner towns "Association of towns" { type association-of-municipalities }
mandate settle "House refugees" { from state; to local }
        ^^^^^^ Nothing shows that municipalities had a say in "House refugees".
body table "Table" { kind coordination; members towns; involved in implementation }`,
  ],
  check(plan, report, { today }) {
    const duties = givenDown(plan, today).filter(({ mandate }) => forceOf(mandate) === 'must');
    if (duties.length === 0) return;
    const heard = heardBy(plan);
    for (const duty of duties) {
      if (isHeard(duty, heard)) continue;
      report({
        at: duty.mandate,
        message: say`Nothing shows that ${spoken(duty.levels)} had a say in "${duty.mandate.title}".`,
        instead: say`Declare the body or the consultation in which they had or have it: involved in design.`,
      });
    }
  },
});

/** Who has a say before all is decided, in the law itself and in the plans of its level that it stands with. */
function heardBy(plan: Scope): readonly Declaration[] {
  const beside = [...plan.ancestors, ...plan.below].filter((scope) => scope.levels.some((level) => plan.levels.includes(level)));
  return [plan, ...beside].flatMap((scope) =>
    scope.of('body', 'consultation').flatMap((one) => {
      const early = one.all('involved in').some((fact) => fact.value?.stages.some((stage) => stage === 'design' || stage === 'adoption'));
      return early ? one.refs(...(['members', 'seats', 'with'] as never[])).flatMap((ref) => meant(ref, scope, plan) ?? []) : [];
    }),
  );
}

const SPEAKS_FOR: Readonly<Record<string, readonly string[]>> = {
  local: ['municipality', 'association-of-municipalities', 'city-network', 'department', 'council'],
  regional: ['region'],
};

function isHeard(duty: Given, heard: readonly Declaration[]): boolean {
  const { holders } = addresseesOf(duty);
  const types = new Set(duty.levels.flatMap((level) => SPEAKS_FOR[level] ?? []));
  return heard.some(
    (holder) =>
      holders.has(holder) ||
      (holder.is('actor', 'partner') &&
        (types.has(holder.one('type')?.value as string) || (duty.levels as readonly unknown[]).includes(holder.one('level')?.value))),
  );
}
