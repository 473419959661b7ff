import { sectorTable } from '../../model/coverage.ts';
import { measuresOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { busengdal } from '../sources.ts';
import { isOver } from './_plan.ts';

export default rule({
  id: 'coverage/orphan-measure',
  severity: 'warning',
  absence: true,
  summary: 'A measure serves nothing.',
  why: 'A measure that serves no target and no goal may be good, but nobody can say for what. It is the first to be cut and the last to be missed, and a plan of many such is a list of what happened to be going on.',
  grounding: [
    {
      cite: busengdal('Introduction'),
      finding: 'Without overall policies, plans and strategies the work falls apart into single initiatives that come and go.',
    },
  ],
  gathered: 'serve no target and no goal',
  good: [
    'measure cafe "Job café" { serves jobs }\ntarget jobs "In work" { at least 50% by 2028 }',
    '# Where the plan has nothing to serve, that is told of instead.\nmeasure cafe "Job café"',
    '# What a level above asks for, and what another plan carries, is done for something.\nmeasure cafe "Job café" { anchored in "Programme of action" }\ntarget jobs "In work" { at least 50% by 2028 }',
    '# A sector without any aim is told of as such.\nsector work "Work" {\n  measure cafe "Job café"\n}\nsector housing "Housing" {\n  target kept "Tenancies kept" { at least 90% by 2028 }\n}',
  ],
  bad: [
    'measure cafe "Job café" { status planned }\n        ^^^^ Measure "Job café" serves no target and no goal.\ntarget jobs "In work" { at least 50% by 2028 }',
    'sector work "Work" {\n  goal all "Work for all"\n  measure cafe "Job café"\n          ^^^^ Measure "Job café" serves no target and no goal.\n}',
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    const aims = plan.of('target', 'goal');
    const atTop = aims.some((aim) => plan.sectorOf(aim) === undefined);
    for (const measure of measuresOf(plan)) {
      if (measure.has('serves', 'fulfils', 'covers', 'anchored in')) continue;
      // What stands at the top may serve any aim; what stands in a sector those of the sector and those at the top.
      const sector = plan.sectorOf(measure);
      const row = sector === undefined ? undefined : sectorTable(plan).get(sector);
      if (!atTop && (row === undefined ? aims.length === 0 : row.goals.length + row.targets.length === 0)) continue;
      const nearby = atTop ? aims.filter((aim) => plan.sectorOf(aim) === undefined) : [...(row?.targets ?? []), ...(row?.goals ?? aims)];
      const tbd = measure.one('serves')?.tbd;
      report({
        at: measure,
        message: say`${Called(measure)} serves no target and no goal.`,
        instead: say`Say with "serves" what it is to reach.`,
        ...(tbd ? { tbd } : { fix: nearby.slice(0, 3).map((aim) => addStatement(measure, `serves ${aim.id}`)) }),
      });
    }
  },
});
