import { sectorGroupTable, sectorTable, tasksIn } from '../../model/coverage.ts';
import { owedGroups, reachedGroups } from '../../model/reach.ts';
import { groupsNamed } from '../../model/tasks.ts';
import { Called, listed, rule } from '../rule.ts';
import { osce, wholeComm } from '../sources.ts';
import { isOver } from './_plan.ts';

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
  ],
  bad: [
    'group refugees "Refugees" { priority high }\ngroup students "Students"\nmeasure cafe "Language café" { for refugees }\nsector housing "Housing" {\n       ^^^^^^^ Sector "Housing" leaves out group "Refugees", which has priority.\n  groups students\n  measure course "Tenancy course"\n}',
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    const reached = reachedGroups(plan);
    // A group that nothing is for is told of as such, not once a sector.
    const first = [...owedGroups(plan).keys()].filter((group) => group.one('priority')?.value === 'high' && reached.has(group));
    if (first.length === 0) return;
    const wholes = [plan, ...plan.ancestors].flatMap((scope) => scope.of('group').map((group) => [group, groupsNamed(group.refs('includes'), scope)] as const));
    for (const [sector, row] of sectorTable(plan)) {
      if (tasksIn(row).length === 0) continue;
      const named = new Set([...groupsNamed(sector.refs('groups'), plan), ...(sectorGroupTable(plan).get(sector)?.keys() ?? [])]);
      if (![...named].some((group) => owedGroups(plan).has(group))) continue;
      // To be for a part of the group, or for a group that it is part of, is to have thought of it.
      const thoughtOf = new Set([
        ...named,
        ...wholes.flatMap(([whole, parts]) => (named.has(whole) ? parts : parts.some((part) => named.has(part)) ? [whole] : [])),
      ]);
      const left = first.filter(
        (group) => !thoughtOf.has(group) && !sector.all('excludes').some((fact) => fact.value?.text.toLowerCase().includes(group.title.toLowerCase())),
      );
      if (left.length === 0) continue;
      report({
        at: sector,
        message: `${Called(sector)} leaves out ${left.length === 1 ? 'group' : 'groups'} ${listed(left.map((group) => `"${group.title}"`))}, which ${left.length === 1 ? 'has' : 'have'} priority.`,
        instead: 'Add it to "groups", or say with "excludes … because …" why not.',
        related: left.map((group) => ({ at: group, message: `Group "${group.title}" has priority.` })),
      });
    }
  },
});
