import { monthsOf } from '../../language/times.ts';
import { baselinesOf, type Observed, valuesOf } from '../../model/observations.ts';
import { progressOf } from '../../model/progress.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { dated, directionOf, isOver, standsAt, targetsByIndicator } from './_figures.ts';

export default rule({
  id: 'monitoring/moving-away',
  severity: 'warning',
  summary: 'An indicator has gone the wrong way twice in a row.',
  why: 'One bad year is chance, a survey that fell badly, a shop that closed. Two in a row ask for an explanation, also where the target lies far ahead or there is none.',
  grounding: [
    {
      cite: 'iplan language reference, what a plan means',
      finding: 'Figures are read against the way that the indicator calls better; one step back may be chance, so two in a row are asked for.',
    },
  ],
  good: [
    'indicator employment "Employment rate" { unit percent; direction increase; value 48% on 2022; value 47% on 2023; value 49% on 2024 }',
    'indicator waiting "Waiting time" { unit days; direction decrease; value 48 on 2022; value 47 on 2023; value 45 on 2024 }',
    '# Cohorts are followed at like durations.\nindicator employment "Employment rate" { unit percent; direction increase; at 1 year, 5 years after arrival; value 60% at 5 years on 2022; value 58% at 1 year on 2023; value 20% at 1 year on 2024 }',
    '# A target that is off track says it already.\n# today: 2026-06-30\ntarget jobs "More in work" { measured by employment; at least 60% by 2028 }\nindicator employment "Employment rate" { unit percent; direction increase; baseline 50% on 2023; value 48% on 2024; value 47% on 2025 }',
  ],
  bad: [
    'indicator employment "Employment rate" {\n  unit percent\n  direction increase\n  baseline 50% on 2023\n  value 48% on 2024\n  value 47% on 2025\n  ^^^^^^^^^^^^^^^^^ Indicator "Employment rate" moves away: 50% on 2023, 48% on 2024, 47% on 2025, where it should rise.\n}',
  ],
  check(plan, report, { today }) {
    if (isOver(plan)) return;
    const measured = targetsByIndicator(plan);
    for (const indicator of plan.of('indicator')) {
      const direction = directionOf(indicator, measured.get(indicator));
      if (direction !== 'up' && direction !== 'down') continue;
      const away = series([...baselinesOf(indicator, plan), ...valuesOf(indicator, plan)].filter((o) => o.start <= today))
        .map((line) => line.slice(-3))
        .find((last) => last.length === 3 && worse(last[0], last[1], direction) && worse(last[1], last[2], direction));
      if (
        away === undefined ||
        measured.get(indicator)?.some((target) => plan.declarations.includes(target) && ['off-track', 'missed'].includes(progressOf(target, plan, today).state))
      )
        continue;
      report({
        at: standsAt(away[2] as Observed, indicator),
        about: indicator,
        message:
          direction === 'up'
            ? say`${Called(indicator)} moves away: ${away.map((o) => dated(o, o.value, indicator)).join(', ')}, where it should rise.`
            : say`${Called(indicator)} moves away: ${away.map((o) => dated(o, o.value, indicator)).join(', ')}, where it should fall.`,
        instead: say`Say in "about" what is known of the reason, and look at the measures behind it.`,
      });
    }
  },
});

/** The observations by how long after the event they were made, each line in the order of its dates and each date once. */
function series(observations: readonly Observed[]): readonly (readonly Observed[])[] {
  const lines = new Map<number, Map<string, Observed>>();
  for (const observed of observations) {
    if (observed.value === undefined || observed.on === undefined) continue;
    const age = observed.at === undefined ? -1 : Math.round(monthsOf(observed.at));
    const line = lines.get(age) ?? new Map<string, Observed>();
    line.set(observed.end, observed);
    lines.set(age, line);
  }
  return [...lines.values()].map((line) => [...line.values()].sort((a, b) => (a.end < b.end ? -1 : 1)));
}

function worse(a: Observed | undefined, b: Observed | undefined, direction: 'up' | 'down'): boolean {
  const [before, after] = [a?.value?.number, b?.value?.number];
  return before !== undefined && after !== undefined && (direction === 'up' ? after < before : after > before);
}
