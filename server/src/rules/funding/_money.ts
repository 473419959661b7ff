import type { Money } from '../../language/amounts.ts';
import type { Declaration, Fact } from '../../model/declaration.ts';
import { perScope } from '../../model/memo.ts';
import type { Scope } from '../../model/scope.ts';
import { isOver, type Task } from '../accountability/_tasks.ts';

export type Fund = Declaration<'fund'>;

/** A fund that pays for a task, the plan it is declared in, and the statement that says so. */
export interface Source {
  readonly fund: Fund;
  readonly home: Scope;
  readonly at: Fact;
}

/** Whether the plan pays for what it does: a strategy leaves that to others, a statute to budgets. */
export const owesMoney = (plan: Scope): boolean => !isOver(plan) && !['strategy', 'statute'].includes(plan.planKind);

/** The fund that a budget is taken from. */
export function fundOf(budget: Fact, plan: Scope): Source | undefined {
  for (const ref of budget.refs) {
    const found = plan.resolve(ref.name);
    if (found?.declaration.is('fund')) return { fund: found.declaration as Fund, home: found.scope, at: budget };
  }
  return undefined;
}

/** What funds say themselves of the tasks and sectors they are for. */
const meant = perScope((_: Scope, plan: Scope): ReadonlyMap<Declaration, readonly Source[]> => {
  const found = new Map<Declaration, Source[]>();
  for (const home of [plan, ...plan.ancestors])
    for (const fund of home.of('fund'))
      for (const at of fund.all('for'))
        for (const one of home.findAll(at.refs)) {
          const list = found.get(one);
          if (list === undefined) found.set(one, [{ fund, home, at }]);
          else list.push({ fund, home, at });
        }
  return found;
});

/** The funds that pay for a task: those its budget names, and those that say they are for it or for its sector. */
export const sourcesOf = perScope((task: Task, plan: Scope): readonly Source[] => {
  const named = task.all('budget').flatMap((budget) => fundOf(budget, plan) ?? []);
  const sector = plan.sectorOf(task);
  const others = [...(meant(plan, plan).get(task) ?? []), ...(sector === undefined ? [] : (meant(plan, plan).get(sector) ?? []))];
  return [...named, ...others.filter((source) => !named.some((one) => one.fund === source.fund))];
});

/** Whether anything is said of the money for a task: an amount, or a fund. */
export const hasMoney = (task: Task, plan: Scope): boolean => task.has('budget') || sourcesOf(task, plan).length > 0;

/** The currency of an amount: its own, else that of the plan or of the nearest one above. */
export const currencyOf = (money: Money, home: Scope): string | undefined =>
  money.currency ?? [home, ...home.ancestors].map((scope) => scope.plan?.one('currency')?.value?.toUpperCase()).find((code) => code !== undefined);

/** The funds of a plan and of those above it. */
export const fundsAround = (plan: Scope): readonly Fund[] => [plan, ...plan.ancestors].flatMap((scope) => scope.of('fund'));

/** The funds that somebody receives, of this plan and of those above it. */
const received = perScope((_: Scope, plan: Scope): ReadonlyMap<Declaration, readonly Fund[]> => {
  const found = new Map<Declaration, Fund[]>();
  for (const home of [plan, ...plan.ancestors])
    for (const fund of home.of('fund'))
      for (const holder of home.findAll(fund.refs('to'))) if (found.get(holder)?.push(fund) === undefined) found.set(holder, [fund]);
  return found;
});
export const fundsTo = (holder: Declaration, plan: Scope): readonly Fund[] => received(plan, plan).get(holder) ?? [];
