import { counted } from '../../language/nouns.ts';
import type { Duration } from '../../language/times.ts';
import { aimOf } from '../../model/aims.ts';
import { measuring } from '../../model/measuring.ts';
import { baselinesOf, sameAge, valuesOf } from '../../model/observations.ts';
import { say } from '../../text/say.ts';
import { Called, called, listed, rule } from '../rule.ts';
import { standsAt } from './_figures.ts';

export default rule({
  id: 'monitoring/cohort-mixed',
  severity: 'warning',
  summary: 'Values taken at different times after arrival are compared.',
  why: 'Of those who have been here five years more are in work than of those who came last spring, whatever the plan does. A value at six months beside a baseline at two years shows the calendar and nothing else.',
  grounding: [
    {
      cite: 'iplan language reference, what a plan means',
      finding: 'Values of a cohort are compared only at like durations after the event.',
    },
  ],
  good: [
    'indicator employment "In work" { unit percent; at 6 months, 2 years after arrival; baseline 38% at 2 years on 2022; value 12% at 6 months on 2024; value 41% at 2 years on 2024 }',
    'target jobs "In work" { measured by employment; at least 50% 2 years after arrival }\nindicator employment "In work" { unit percent; at 2 years after arrival; value 41% at 2 years on 2024 }',
  ],
  bad: [
    'indicator employment "In work" {\n  unit percent\n  at 6 months, 2 years after arrival\n  baseline 38% at 2 years on 2022\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The baseline of indicator "In work" is at 2 years, and no value is.\n  value 12% at 6 months on 2024\n}',
    'indicator employment "In work" {\n  unit percent\n  at 6 months, 2 years after arrival\n  value 12% on 2024\n  ^^^^^^^^^^^^^^^^^ This value of indicator "In work" does not say how long after arrival it was taken.\n}',
    'target jobs "In work" {\n  measured by employment\n  at least 50% 3 years after arrival\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Target "In work" is counted at 3 years, its indicator "In work" is measured at 2 years.\n}\nindicator employment "In work" { unit percent; at 2 years after arrival }',
  ],
  check(plan, report) {
    for (const indicator of plan.of('indicator')) {
      const at = indicator.one('at')?.value;
      const values = valuesOf(indicator, plan);
      const baselines = baselinesOf(indicator, plan);
      const ages = [...(at?.durations ?? []), ...[...baselines, ...values].flatMap((o) => o.at ?? [])];
      if (ages.length === 0) continue;
      for (const observed of [...baselines, ...values]) {
        const what = observed.fact?.word ?? 'value';
        if (observed.at === undefined && !(at?.durations.length === 1)) {
          report({
            at: standsAt(observed, indicator),
            about: indicator,
            message: say`This ${what} of ${called(indicator)} does not say how long after ${at?.after ?? say`the event`} it was taken.`,
            instead: say`Add it before the date: at ${shown(ages[0] as Duration)}.`,
          });
        } else if (observed.at !== undefined && at !== undefined && !at.durations.some((age) => sameAge(age, observed.at))) {
          report({
            at: standsAt(observed, indicator),
            about: indicator,
            message: say`This ${what} of ${called(indicator)} is at ${shown(observed.at)}; the indicator is measured at ${listed(at.durations.map(shown))}.`,
            instead: say`Mend one of them.`,
          });
        }
      }
      for (const base of baselines) {
        if (
          base.at === undefined ||
          base.fact === undefined ||
          values.length === 0 ||
          values.some((value) => value.at === undefined || sameAge(value.at, base.at))
        )
          continue;
        report({
          at: base.fact,
          about: indicator,
          message: say`The baseline of ${called(indicator)} is at ${shown(base.at)}, and no value is.`,
          instead: say`Add a baseline at the time at which the values are taken.`,
        });
      }
    }
    for (const target of plan.of('target')) {
      const aim = aimOf(target);
      if (aim?.deadline?.kind !== 'event' || aim.deadline.relation === 'before') continue;
      const asked = aim.deadline.duration;
      for (const indicator of measuring(target, plan)) {
        const durations = indicator.one('at')?.value?.durations;
        if (durations === undefined || durations.some((age) => sameAge(age, asked))) continue;
        report({
          at: aim.fact,
          about: target,
          message: say`${Called(target)} is counted at ${shown(asked)}, its indicator "${indicator.title}" is measured at ${listed(durations.map(shown))}.`,
          instead: say`Measure it at the time that the target names, or aim at one that is measured.`,
          related: [{ at: indicator.one('at') ?? indicator, message: say`When "${indicator.title}" is measured.` }],
        });
      }
    }
  },
});

const shown = ({ count, unit }: Duration): string => counted(count, unit);
