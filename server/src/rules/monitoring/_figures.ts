import type { Quantity } from '../../language/amounts.ts';
import { aimOf, DOWN, inPercent, UP } from '../../model/aims.ts';
import type { Declaration, Fact } from '../../model/declaration.ts';
import { measuring } from '../../model/measuring.ts';
import { perScope } from '../../model/memo.ts';
import type { Observed } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';

export type Indicator = Declaration<'indicator'>;
export type Target = Declaration<'target'>;

/** A number as people read it: at most two decimals. */
export const rounded = (number: number): string => String(Math.round(number * 100) / 100);

/** A value with the unit of its indicator: `74%`, `320 persons`. */
export function figure(number: number, indicator: Indicator): string {
  if (inPercent(indicator)) return `${rounded(number)}%`;
  const unit = indicator.one('unit')?.value as string | undefined;
  return unit === undefined ? rounded(number) : `${rounded(number)} ${unit}`;
}

/** `74% on 2024-12-31`. */
export const dated = (observed: Observed, value: Quantity | undefined, indicator: Indicator): string => {
  const shown = value === undefined ? '' : figure(value.number, indicator);
  return observed.on === undefined ? shown : say`${shown} on ${observed.on.text}`;
};

/** Where an observed value is mended: its statement, or the one that names its data file. */
export const standsAt = (observed: Observed, indicator: Indicator): Fact | Indicator => observed.fact ?? indicator.one('data') ?? indicator;

/** What is described needs no unit, no baseline and no direction. */
export const isCounted = (indicator: Indicator): boolean => indicator.one('qualitative')?.value !== 'yes';

/** Whether the plan is over or replaced: nobody mends its figures any more. */
export const isOver = (plan: Scope): boolean => ['closed', 'superseded'].includes((plan.plan?.one('status')?.value as string | undefined) ?? '');

/** The targets of this plan and of those below it, by the indicators that measure them. */
export const targetsByIndicator = (plan: Scope): ReadonlyMap<Declaration, readonly Target[]> => collected(plan, plan);

const collected = perScope((_: Scope, plan: Scope): ReadonlyMap<Declaration, readonly Target[]> => {
  const found = new Map<Declaration, Target[]>();
  for (const scope of [plan, ...plan.below]) {
    for (const target of scope.of('target')) {
      for (const indicator of measuring(target, scope)) {
        const list = found.get(indicator);
        if (list === undefined) found.set(indicator, [target]);
        else list.push(target);
      }
    }
  }
  return found;
});

/** The indicators that stand there for others to be compared with: what others reach is not this plan's to answer for. */
export const yardsticks = (plan: Scope): ReadonlySet<Declaration> => compared(plan, plan);

const compared = perScope((_: Scope, plan: Scope): ReadonlySet<Declaration> => {
  const measured = targetsByIndicator(plan);
  const others = plan.of('indicator').flatMap((indicator) => plan.findAll(indicator.refs('compared with')));
  return new Set(others.filter((other) => !measured.has(other)));
});

/** Which way is better: as the indicator says, else as its targets do. */
export function directionOf(indicator: Indicator, targets: readonly Target[] | undefined): 'up' | 'down' | 'hold' | undefined {
  const said = indicator.one('direction')?.value as 'increase' | 'decrease' | 'hold' | undefined;
  if (said !== undefined) return said === 'increase' ? 'up' : said === 'decrease' ? 'down' : 'hold';
  for (const target of targets ?? []) {
    const form = aimOf(target)?.form;
    if (form !== undefined && UP.has(form)) return 'up';
    if (form !== undefined && DOWN.has(form)) return 'down';
  }
  return undefined;
}
