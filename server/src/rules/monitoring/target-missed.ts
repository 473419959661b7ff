import { aimOf } from '../../model/aims.ts';
import { valueAt } from '../../model/observations.ts';
import { progressOf } from '../../model/progress.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { dated, figure, isOver, standsAt } from './_figures.ts';

export default rule({
  id: 'monitoring/target-missed',
  severity: 'warning',
  summary: 'The deadline of a target has passed and its value was not reached.',
  why: 'A missed target is no shame; one that goes on standing in the plan as if it lay ahead is. The council should hear why, and the plan should say what is aimed at now.',
  grounding: [
    {
      cite: 'iplan language reference, what a plan means',
      finding: 'A target is met or missed once a value of its deadline is known; until then it is judged by the line, or its data are late.',
    },
  ],
  gathered: 'were missed',
  good: [
    '# today: 2026-06-30\ntarget jobs "More in work" { measured by employment; at least 48% by 2025 }\nindicator employment "Employment rate" { unit percent; baseline 45% on 2023; value 48% on 2025 }',
    '# today: 2026-06-30\n# What is not measured yet is not missed.\ntarget jobs "More in work" { measured by employment; at least 60% by 2025 }\nindicator employment "Employment rate" { unit percent; frequency yearly lag 12 months; baseline 45% on 2023; value 48% on 2024 }',
  ],
  bad: [
    '# today: 2026-06-30\ntarget jobs "More in work" {\n       ^^^^ Target "More in work" was missed: 48% on 2025, where at least 60% was to be reached by 2025.\n  measured by employment\n  at least 60% by 2025\n}\nindicator employment "Employment rate" { unit percent; baseline 45% on 2023; value 48% on 2025 }',
  ],
  check(plan, report, { today }) {
    if (isOver(plan)) return;
    for (const target of plan.of('target')) {
      const { state, indicator, newest, aim, part } = progressOf(target, plan, today);
      const asked = aimOf(target);
      if (state !== 'missed' || indicator === undefined || newest === undefined || aim === undefined || asked?.deadline?.kind !== 'date') continue;
      const form = { 'increase by': 'at least', 'decrease by': 'at most', exactly: 'exactly' }[asked.form as string] ?? asked.form;
      report({
        at: target,
        message: say`${Called(target)} was missed: ${dated(newest, valueAt(newest, part), indicator)}, where ${form} ${figure(aim, indicator)} was to be reached by ${asked.deadline.date.text}.`,
        instead: say`Say in "about" why, and set a new target; keep the old value with "revised".`,
        related: [{ at: standsAt(newest, indicator), message: say`The value of "${indicator.title}" that decides.` }],
      });
    }
  },
});
