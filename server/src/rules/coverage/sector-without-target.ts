import { sectorTable, tasksIn } from '../../model/coverage.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { osce, penninx } from '../sources.ts';
import { doesSomething, isOver } from './_plan.ts';

export default rule({
  id: 'coverage/sector-without-target',
  severity: 'warning',
  absence: true,
  summary: 'A sector does something, but says nowhere what shall come of it.',
  why: 'Without a value to be reached by a date nobody can say that a sector fell short, and nobody can say that it did well. A modest target that is missed teaches more than an aim that cannot be.',
  grounding: [
    { cite: osce('3.3'), finding: 'What local integration policies achieve is seldom followed in a systematic way.' },
    { cite: penninx('1.2'), finding: 'The outcome wanted and the time by which it is wanted are half of what makes a policy.' },
  ],
  gathered: 'have no target',
  good: [
    'sector housing "Housing" {\n  measure course "Tenancy course"\n  target kept "Tenancies kept" { at least 90% by 2028 }\n}',
    '# A target at the top that serves a goal of the sector is one of the sector\'s.\ngoal homes "A home for everybody" { sectors housing }\nsector housing "Housing" {\n  measure course "Tenancy course"\n}\ntarget kept "Tenancies kept" { serves homes; at least 90% by 2028 }',
    '# An empty sector is told of once, as one without a responsibility.\nsector housing "Housing"',
    '# A strategy without any target owes none.\nplan aims "Aims" { kind strategy; level national; period 2025 to 2035 }\nsector housing "Housing" {\n  responsibility settle "Settle refugees"\n}',
  ],
  bad: [
    'sector housing "Housing" {\n       ^^^^^^^ Sector "Housing" has no target.\n  measure course "Tenancy course"\n}\nsector work "Work" {\n  measure cafe "Job café"\n  target jobs "In work" { at least 60% by 2028 }\n}',
    '# Where the plan has none at all, that is said once.\nplan example "Example" { level local; period 2025 to 2028 }\n     ^^^^^^^ Plan "Example" has no target.\nsector housing "Housing" {\n  measure course "Tenancy course"\n}',
  ],
  check(plan, report) {
    if (isOver(plan) || plan.head === undefined) return;
    if (plan.of('target').length === 0) {
      if (plan.planKind !== 'strategy' && doesSomething(plan))
        report({
          at: plan.head,
          message: say`Plan "${plan.title}" has no target.`,
          instead: say`Say in each sector what shall be reached, and by when, with "target".`,
        });
      return;
    }
    for (const row of sectorTable(plan).values())
      if (row.targets.length === 0 && tasksIn(row).length > 0)
        report({
          at: row.sector,
          message: say`${Called(row.sector)} has no target.`,
          instead: say`Say what shall be reached in it, and by when, with "target".`,
        });
  },
});
