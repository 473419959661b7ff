import { inPercent } from '../../model/aims.ts';
import { baselinesOf, type Observed, valuesOf } from '../../model/observations.ts';
import { say } from '../../text/say.ts';
import { called, rule } from '../rule.ts';
import { figure, type Indicator, rounded, standsAt } from './_figures.ts';

export default rule({
  id: 'monitoring/parts-do-not-add-up',
  severity: 'warning',
  summary: 'The parts of a value do not make its whole.',
  why: 'Women and men together are everybody, and a rate for everybody lies between the rates of its parts. Where that fails, a figure was copied from another year or another table, and the one that readers look at may be the wrong one.',
  grounding: [
    {
      cite: 'IATI Standard 2.03, validator rules on percentages',
      finding: 'Shares that split one thing must add up to the whole.',
    },
  ],
  good: [
    'indicator pupils "Pupils" { unit persons; value 100 on 2024 { women 60; men 40 } }',
    'indicator employment "Employment rate" { unit percent; value 48% on 2024 { women 41%; men 55% } }',
    '# A percentage is no sum, even where the unit is still to be said.\nindicator employment "Employment rate" { value 48% on 2024 { women 41%; men 55% } }',
    '# Parts that overlap or leave some out say nothing about the whole.\nindicator pupils "Pupils" { unit persons; value 100 on 2024 { women 60; young 30 } }\nindicator employment "Employment rate" { unit percent; parts separate; value 48% on 2024 { women 50%; men 55% } }',
  ],
  bad: [
    'indicator pupils "Pupils" {\n  unit persons\n  value 100 on 2024 { women 60; men 45 }\n  ^^^^^^^^^^^^^^^^^ The parts of a value of indicator "Pupils" add up to 105, not to 100.\n}',
    'indicator employment "Employment rate" {\n  unit percent\n  value 60% on 2024 { women 41%; men 55% }\n  ^^^^^^^^^^^^^^^^^ The whole of indicator "Employment rate", 60%, does not lie between its parts (41% to 55%).\n}',
    'indicator spent "Spent" {\n  unit EUR\n  parts add\n  value 90 on 2024 { courses 60; housing 20 }\n  ^^^^^^^^^^^^^^^^ The parts of a value of indicator "Spent" add up to 80, not to 90.\n}',
  ],
  check(plan, report) {
    for (const indicator of plan.of('indicator')) {
      for (const observed of [...baselinesOf(indicator, plan), ...valuesOf(indicator, plan)]) {
        const wrong = wrongIn(observed, indicator);
        if (wrong !== undefined)
          report({
            at: standsAt(observed, indicator),
            about: indicator,
            message: wrong,
            instead: say`Mend the figures; where the parts overlap or leave somebody out, write "parts separate".`,
          });
      }
    }
  },
});

function wrongIn(observed: Observed, indicator: Indicator): string | undefined {
  const whole = observed.value?.number;
  const how = indicator.one('parts')?.value ?? (isPartition(observed) ? (isShare(observed, indicator) ? 'average' : 'add') : 'separate');
  if (whole === undefined || observed.parts.size < 2 || how === 'separate') return undefined;
  // A part that is not known yet leaves the sum open.
  if (observed.fact !== undefined && observed.fact.parts.length > observed.parts.size) return undefined;
  const numbers = [...observed.parts.values()].map((part) => part.number);
  if (how === 'add') {
    const sum = numbers.reduce((a, b) => a + b, 0);
    // Published figures are rounded, each part by itself.
    const slack = Math.max(Math.abs(whole) * 0.005, numbers.some((n) => !Number.isInteger(n)) || inPercent(indicator) ? 0.5 + 0.1 * numbers.length : 0);
    return Math.abs(sum - whole) <= slack
      ? undefined
      : say`The parts of a ${observed.fact?.word ?? 'value'} of ${called(indicator)} add up to ${rounded(sum)}, not to ${rounded(whole)}.`;
  }
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (whole >= low - 0.5 && whole <= high + 0.5) return undefined;
  return say`The whole of ${called(indicator)}, ${figure(whole, indicator)}, does not lie between its parts (${figure(low, indicator)} to ${figure(high, indicator)}).`;
}

/** A percentage is one where the indicator has yet to say its unit, too. */
const isShare = (observed: Observed, indicator: Indicator): boolean => inPercent(indicator) || observed.value?.unit === 'percent';

/** Without being told, only women and men are taken to be everybody. */
const isPartition = (observed: Observed): boolean => observed.parts.size === 2 && observed.parts.has('women') && observed.parts.has('men');
