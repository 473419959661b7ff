import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { Called, listed, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';

type Group = Declaration<'group'>;

export default rule({
  id: 'coverage/group-defined-differently',
  severity: 'warning',
  summary: 'Two levels mean different people by one name.',
  why: 'Where the state means recognised refugees and the town everybody who fled, they count, pay and plan for different people and notice it only when somebody is turned away.',
  grounding: [
    {
      cite: wholeComm('4.3.C.1'),
      finding: 'The reception agency and the municipality did not agree whether people whose claim was rejected are to be integrated at all.',
    },
  ],
  gathered: 'mean other people than the plans above by the same names',
  good: [
    '--- state/plan.iplan\nplan state "State" { level national; period 2025 }\ngroup refugees "Refugees" { status refugee }\n--- town/plan.iplan\nplan town "Town" { level local; period 2025; under state }\ngroup refugees-here "Refugees" { status refugee; size 90 persons on 2024 }',
    '# What says nothing of whom it means does not disagree.\n--- state/plan.iplan\nplan state "State" { level national; period 2025 }\ngroup refugees "Refugees" { status refugee }\n--- town/plan.iplan\nplan town "Town" { level local; period 2025; under state }\ngroup refugees-here "Refugees"',
  ],
  bad: [
    '--- state/plan.iplan\nplan state "State" { level national; period 2025 }\ngroup refugees "Refugees" { status refugee }\n--- town/plan.iplan\nplan town "Town" { level local; period 2025; under state }\ngroup refugees-here "Refugees" { status refugee, rejected }\n      ^^^^^^^^^^^^^ Group "Refugees" means other people than the group of the same name in plan "State": the legal statuses differ.',
    '--- state/plan.iplan\nplan state "State" { level national; period 2025 }\ngroup young "Young newcomers" { age 16 to 25 }\n--- town/plan.iplan\nplan town "Town" { level local; period 2025; under state }\ngroup young "Young newcomers" { age 12 to 30 }\n      ^^^^^ Group "Young newcomers" means other people than the group of the same name in plan "State": the ages differ.',
  ],
  check(plan, report) {
    const told = new Set<Group>();
    for (const above of plan.ancestors) {
      const named = new Map(above.of('group').flatMap((group) => [group.title.toLowerCase(), group.id].map((name) => [name, group] as const)));
      for (const group of plan.of('group')) {
        const other = named.get(group.id) ?? named.get(group.title.toLowerCase());
        const differing = other === undefined || told.has(group) ? [] : differences(group, other);
        if (other === undefined || differing.length === 0) continue;
        told.add(group);
        report({
          at: group,
          message: say`${Called(group)} means other people than the group of the same name in plan "${above.title}": ${listed(differing)} differ.`,
          instead: say`Use the group of the plan above, or give this one a name that tells them apart.`,
          related: [{ at: other, message: say`The group of plan "${above.title}".` }],
        });
      }
    }
  },
});

/** In what two groups differ, where both say it. */
function differences(one: Group, other: Group): readonly string[] {
  const [a, b] = [saidOf(one), saidOf(other)];
  const nothing = ['', '""'];
  return a.flatMap(([what, mine], i) => {
    const theirs = b[i]?.[1] ?? '';
    return nothing.includes(mine) || nothing.includes(theirs) || mine === theirs ? [] : [what];
  });
}

const saidOf = (group: Group): readonly (readonly [what: string, said: string])[] => [
  [say`the legal statuses`, [...new Set(group.all('status').flatMap((fact) => fact.value ?? []))].sort().join()],
  [say`the ages`, agesOf(group)],
  [say`the lengths of stay`, JSON.stringify(group.one('stay')?.value ?? '')],
];

function agesOf(group: Group): string {
  const age = group.one('age')?.value;
  return age === undefined ? '' : `${age.from}-${age.to ?? ''}`;
}
