import { fieldsOf, sectorGroupTable, sectorTable, tasksIn } from '../../model/coverage.ts';
import type { Declaration } from '../../model/declaration.ts';
import { owedGroups, reachedGroups } from '../../model/reach.ts';
import type { Scope } from '../../model/scope.ts';
import { groupsNamed } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { Called, listed, rule } from '../rule.ts';
import { osce, wholeComm } from '../sources.ts';
import { isOver } from './_plan.ts';

/** Where everything has priority, nothing has. */
const MOST = 20;

export default rule({
  id: 'coverage/group-outside-sector',
  severity: 'information',
  summary: 'A sector that says whom it is for leaves out a group that has priority.',
  why: 'A group has priority because it needs more than one thing at once. Each sector that leaves it out may have a reason; the plan should know that it is so, and not find out from the people concerned.',
  grounding: [
    { cite: wholeComm('5.2'), finding: 'Groups that no policy considers need the same support as those it was made for.' },
    { cite: osce('4'), finding: 'Policies should see all migrants who are there, and not narrow down to those whom the public debate is about.' },
  ],
  gathered: 'leave out a group that has priority',
  good: [
    'group refugees "Refugees" { priority high }\nsector housing "Housing" {\n  groups refugees\n  measure course "Tenancy course"\n}',
    '# A sector that names no group is open to all.\ngroup refugees "Refugees" { priority high }\nmeasure cafe "Language café" { for refugees }\nsector housing "Housing" {\n  measure course "Tenancy course"\n}',
    '# A sector for the society that receives newcomers is for nobody else.\ngroup refugees "Refugees" { priority high }\nmeasure cafe "Language café" { for refugees }\ngroup residents "Residents" { kind receiving-society }\nsector welcome "Welcome" {\n  groups residents\n  measure talks "Talks with neighbours"\n}',
    '# Others of the same legal status are those whom the plan means.\ngroup refugees "Refugees" { status refugee; priority high }\ngroup here "Refugees in town" { status refugee }\nmeasure cafe "Language café" { for refugees }\nsector housing "Housing" {\n  groups here\n  measure course "Tenancy course"\n}',
    '# Reception is for those who wait, whoever has priority later.\ngroup refugees "Refugees" { status refugee; priority high }\ngroup waiting "Asylum seekers" { status asylum-seeker }\nmeasure cafe "Language café" { for refugees }\nsector reception "Reception" {\n  field reception\n  groups waiting\n  measure classes "Classes"\n}',
  ],
  bad: [
    'group refugees "Refugees" { priority high }\ngroup students "Students"\nmeasure cafe "Language café" { for refugees }\nsector housing "Housing" {\n       ^^^^^^^ Sector "Housing" leaves out group "Refugees", which has priority.\n  groups students\n  measure course "Tenancy course"\n}',
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    const reached = reachedGroups(plan);
    // A group that nothing is for is told of as such, not once a sector.
    const first = [...owedGroups(plan).keys()].filter((group) => group.one('priority')?.value === 'high' && reached.has(group));
    if (first.length === 0 || first.length > MOST) return;
    const kin = kinOf(plan);
    for (const [sector, row] of sectorTable(plan)) {
      // Reception is for those who wait, whoever has priority later.
      if (tasksIn(row).length === 0 || fieldsOf(sector).join() === 'reception') continue;
      const named = new Set([...groupsNamed(sector.refs('groups'), plan), ...(sectorGroupTable(plan).get(sector)?.keys() ?? [])]);
      if (![...named].some((group) => owedGroups(plan).has(group))) continue;
      // To be for a part of the group, for a group that it is part of, or for others of its legal status is to have thought of it.
      const thoughtOf = new Set([...named].flatMap((group) => [group, ...(kin.get(group) ?? [])]));
      const statuses = new Set([...named].flatMap(statusesOf));
      const left = first.filter(
        (group) =>
          !thoughtOf.has(group) &&
          !(statusesOf(group).length > 0 && statusesOf(group).every((status) => statuses.has(status))) &&
          !sector.all('excludes').some((fact) => fact.value?.text.toLowerCase().includes(group.title.toLowerCase())),
      );
      if (left.length === 0) continue;
      report({
        at: sector,
        message:
          left.length === 1
            ? say`${Called(sector)} leaves out group "${left[0]?.title}", which has priority.`
            : say`${Called(sector)} leaves out groups ${listed(left.map((group) => `"${group.title}"`))}, which have priority.`,
        instead: say`Add it to "groups", or say with "excludes … because …" why not.`,
        related: left.slice(0, 5).map((group) => ({ at: group, message: say`Group "${group.title}" has priority.` })),
      });
    }
  },
});

const statusesOf = (group: Declaration<'group'>): readonly string[] => group.all('status').flatMap((fact) => fact.value ?? []);

/** The groups that a group includes or is included in. */
function kinOf(plan: Scope): ReadonlyMap<Declaration, readonly Declaration<'group'>[]> {
  const kin = new Map<Declaration, Declaration<'group'>[]>();
  const add = (group: Declaration, other: Declaration<'group'>) => {
    const list = kin.get(group);
    if (list === undefined) kin.set(group, [other]);
    else list.push(other);
  };
  for (const scope of [plan, ...plan.ancestors])
    for (const whole of scope.of('group'))
      for (const part of groupsNamed(whole.refs('includes'), scope)) {
        add(whole, part);
        add(part, whole);
      }
  return kin;
}
