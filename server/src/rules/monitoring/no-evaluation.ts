import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { rule } from '../rule.ts';
import { nordic } from '../sources.ts';
import { isOver } from './_figures.ts';

export default rule({
  id: 'monitoring/no-evaluation',
  severity: 'warning',
  absence: true,
  summary: 'Neither the plan nor any of its measures is evaluated.',
  why: 'Figures show that something changed, not whether the plan changed it. An evaluation that is promised at the start can still arrange for the comparison it needs; one that is thought of at the end can only ask people how they liked it.',
  grounding: [
    {
      cite: nordic('conclusions'),
      finding: 'Few of the initiatives described had been properly evaluated for their effects.',
    },
    {
      cite: nordic('chapter on Norway'),
      finding: 'An assumption about those taking part that nobody tested kept policy from learning about the quality of its own programme.',
    },
  ],
  good: [
    'plan example "Example" { level local; period 2025 to 2028; evaluated 2028 by university }\npartner university "University" { type university }\nmeasure cafe "Language café"',
    'measure cafe "Language café" { evaluated yearly }',
    '# A council that is charged with it counts.\nmeasure cafe "Language café"\nbody council "Council" { kind steering; involved in evaluation }',
    'plan example "Example" { level local; period 2025 to 2028 }',
  ],
  bad: [
    'plan example "Example" { level local; period 2025 to 2028 }\n     ^^^^^^^ Neither plan "Example" nor any of its measures is evaluated.\nmeasure cafe "Language café"',
  ],
  check(plan, report) {
    const { plan: head } = plan;
    const measures = plan.of('measure');
    if (head === undefined || measures.length === 0 || plan.planKind === 'monitor' || isOver(plan)) return;
    if (head.has('evaluated') || measures.some((measure) => measure.has('evaluated'))) return;
    if (plan.of('body', 'consultation').some((body) => body.all('involved in').some((fact) => fact.value?.stages.includes('evaluation')))) return;
    const tbd = head.one('evaluated')?.tbd;
    report({
      at: head,
      message: say`Neither plan "${head.title}" nor any of its measures is evaluated.`,
      instead: say`Say when and by whom with "evaluated".`,
      ...(tbd ? { tbd } : { fix: addStatement(head, `evaluated ${head.one('period')?.value?.to?.text ?? 'yearly'}`) }),
    });
  },
});
