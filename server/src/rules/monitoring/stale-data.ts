import type { Lagged } from '../../language/forms.ts';
import { baselinesOf, daysOf, newestOf, valuesOf } from '../../model/observations.ts';
import { nextDue } from '../../model/progress.ts';
import { say } from '../../text/say.ts';
import { called, rule } from '../rule.ts';
import { isOver, standsAt } from './_figures.ts';

export default rule({
  id: 'monitoring/stale-data',
  severity: 'warning',
  summary: 'The newest value of an indicator is older than its frequency and lag allow.',
  why: 'A plan is steered by what is known now. When a yearly figure has not come for two years, either nobody asked for it or nobody wrote it down, and decisions are taken on how things used to be.',
  grounding: [
    {
      cite: 'IATI Standard 2.03, validator rules on results',
      finding: 'The standard checks the form of actual values, not whether they are recent, so that old ones pass for current ones.',
    },
  ],
  gathered: 'have a newest value that is out of date',
  good: [
    '# today: 2026-06-30\nindicator employment "Employment rate" { unit percent; frequency yearly lag 6 months; value 48% on 2024 }',
    '# today: 2026-06-30\n# Without an interval nothing is late.\nindicator study "Tenants who feel safe" { unit percent; frequency once; value 48% on 2012 }',
    '# today: 2026-06-30\nplan old "Old plan" { level local; period 2015 to 2018; status closed }\nindicator employment "Employment rate" { unit percent; frequency yearly; value 48% on 2018 }',
  ],
  bad: [
    '# today: 2026-06-30\nindicator employment "Employment rate" {\n  unit percent\n  frequency yearly lag 3 months\n  value 48% on 2024\n  ^^^^^^^^^^^^^^^^^ The newest value of indicator "Employment rate" is from 2024; the next was due on 2026-03-31.\n}',
  ],
  check(plan, report, { today }) {
    const begins = plan.plan?.one('period')?.value?.from;
    if (isOver(plan) || (begins !== undefined && daysOf(begins, plan).start > today)) return;
    for (const indicator of plan.of('indicator')) {
      const newest =
        newestOf(valuesOf(indicator, plan), today) ??
        newestOf(
          [...baselinesOf(indicator, plan)].sort((a, b) => (a.end < b.end ? -1 : 1)),
          today,
        );
      const due = newest && nextDue(newest, indicator);
      if (newest?.on === undefined || due === undefined || due >= today) continue;
      const frequency = indicator.one('frequency');
      const often = (frequency?.value as Lagged | undefined)?.text ?? '';
      report({
        at: standsAt(newest, indicator),
        about: indicator,
        message: say`The newest value of indicator "${indicator.title}" is from ${newest.on.text}; the next was due on ${due}.`,
        instead: say`Add the value that is missing, or mend the frequency (${often}) if it comes less often or later.`,
        ...(frequency && {
          related: [{ at: frequency, message: say`How often ${called(indicator)} is measured.` }],
        }),
      });
    }
  },
});
