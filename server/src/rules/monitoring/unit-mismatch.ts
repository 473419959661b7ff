import type { Quantity } from '../../language/amounts.ts';
import { aimOf, inPercent } from '../../model/aims.ts';
import type { Declaration, Fact, Part } from '../../model/declaration.ts';
import { measuring } from '../../model/measuring.ts';
import { say } from '../../text/say.ts';
import { Called, called, type Report, rule } from '../rule.ts';
import type { Indicator } from './_figures.ts';

export default rule({
  id: 'monitoring/unit-mismatch',
  severity: 'error',
  summary: 'A value is written in another unit than its indicator, or a difference in percent does not say which.',
  why: '"At least 60 persons" against a rate in percent can never be judged. And from 40%, "increase by 5" is either 45% or 42%: points and percent have been taken for each other in many a report, and the difference decides whether the target was met.',
  grounding: [
    {
      cite: 'IATI Standard 2.03, element result/indicator',
      finding: 'Baseline, target and actual value are all given in the one measure that the indicator declares.',
    },
  ],
  good: [
    'target jobs "More in work" { measured by employment; increase by 5 points by 2028 }\nindicator employment "Employment rate" { unit percent; baseline 48% on 2024; value 49 on 2025 }',
    'target places "More places" { measured by places; increase by 20 percent by 2028 }\nindicator places "Course places" { unit places; baseline 120 places on 2024 }',
    'indicator deaths "Deaths" { unit deaths per 1000; value 5.8 per 1000 on 2024 }',
  ],
  bad: [
    'target jobs "More in work" {\n  measured by employment\n  at least 60 persons by 2028\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Target "More in work" is in persons, its indicator "Employment rate" in percent.\n}\nindicator employment "Employment rate" { unit percent }',
    'target jobs "More in work" {\n  measured by employment\n  increase by 5 by 2028\n  ^^^^^^^^^^^^^^^^^^^^^ Target "More in work" does not say whether 5 are points or percent.\n}\nindicator employment "Employment rate" { unit percent }',
    'indicator places "Course places" {\n  unit persons\n  value 40% on 2024\n  ^^^^^^^^^^^^^^^^^ Indicator "Course places" counts in persons, this value in percent.\n}',
  ],
  check(plan, report) {
    for (const indicator of plan.of('indicator')) checkOwn(indicator, report);
    for (const target of plan.of('target')) {
      for (const indicator of measuring(target, plan)) checkTarget(target, indicator, report);
    }
  },
});

function checkOwn(indicator: Indicator, report: (finding: Report) => void): void {
  const unit = indicator.one('unit');
  if (unit?.value === undefined) return;
  for (const fact of [...indicator.all('baseline'), ...indicator.all('value'), ...indicator.all('alarm')] as readonly Fact[]) {
    const whole = ((fact.value as { value?: Quantity } | undefined)?.value ?? fact.value) as Quantity | undefined;
    for (const [at, value] of [[fact, whole], ...fact.parts.map((part) => [part, part.value] as const)] as readonly (readonly [
      Fact | Part,
      Quantity | undefined,
    ])[]) {
      if (value?.unit === undefined || fits(value.unit, unit.value as string, indicator)) continue;
      report({
        at,
        about: indicator,
        message: say`${Called(indicator)} counts in ${unit.value}, this ${'category' in at ? say`part ("${at.category}")` : fact.word} in ${value.unit}.`,
        instead: say`Write both in the same unit.`,
        related: [{ at: unit, message: say`The unit of ${called(indicator)}.` }],
      });
    }
  }
}

function checkTarget(target: Declaration<'target'>, indicator: Indicator, report: (finding: Report) => void): void {
  const unit = indicator.one('unit')?.value as string | undefined;
  const aim = aimOf(target);
  const milestones = target.all('milestone').flatMap((fact) => (fact.value === undefined ? [] : [{ ...fact.value, fact }]));
  if (unit === undefined) return;
  for (const { form, value, fact } of [...(aim === undefined ? [] : [aim]), ...milestones]) {
    const which = fact.word === 'milestone' ? say`A milestone of ${called(target)}` : Called(target);
    const difference = form === 'increase by' || form === 'decrease by';
    const related = [{ at: indicator.one('unit') ?? indicator, message: say`The unit of ${called(indicator)}.` }];
    if (
      difference &&
      inPercent(indicator) &&
      (value.unit === undefined || value.unit === 'percent') &&
      !fact.node.values.some((token) => token.image === 'percent')
    ) {
      const written = `${value.number}${value.unit === 'percent' ? '%' : ''}`;
      report({
        at: fact,
        about: target,
        message: say`${which} does not say whether ${written} are points or percent.`,
        instead: say`Write "${form} ${value.number} points" or, if it is meant of the baseline, "${form} ${value.number} percent".`,
        related,
      });
      continue;
    }
    const relative = difference && (value.unit === 'percent' || (value.unit === 'points' && inPercent(indicator)));
    if (value.unit === undefined || relative || fits(value.unit, unit, indicator)) continue;
    report({
      at: fact,
      about: target,
      message: say`${which} is in ${value.unit}, its indicator "${indicator.title}" in ${unit}.`,
      instead: say`Write both in the same unit, or name another indicator.`,
      related,
    });
  }
}

/** Units are open words: they fit when one says what the other does, or more of it (`per 1000`, `deaths per 1000`). */
function fits(written: string, unit: string, indicator: Indicator): boolean {
  if (written === 'percent' || written === 'points') return written === 'percent' ? inPercent(indicator) : unit === 'points';
  if (inPercent(indicator)) return false;
  if (written === unit) return true;
  const plain = (words: string) =>
    ` ${words
      .toLowerCase()
      .split(/\s+/)
      .map((word) => word.replace(/s$/, ''))
      .join(' ')} `;
  return plain(unit).includes(plain(written)) || plain(written).includes(plain(unit));
}
