import type { Declaration } from './declaration.ts';
import { distinct } from './distinct.ts';
import { perScope } from './memo.ts';
import type { Scope } from './scope.ts';

type Indicator = Declaration<'indicator'>;

/** The indicators of a plan by the ones, elsewhere, that they are defined by. */
const ownByModel = perScope((_: Scope, scope: Scope): ReadonlyMap<Declaration, readonly Indicator[]> => {
  const found = new Map<Declaration, Indicator[]>();
  for (const { id } of scope.borrowing) {
    const own = scope.names.get(id);
    if (own?.is('indicator')) for (const model of scope.findAll(own.refs('defined by'))) found.set(model, [...(found.get(model) ?? []), own as Indicator]);
  }
  return found;
});

/** The figures of a plan for an indicator that it names: its own, where it has some that are defined by that one. */
export function figuresFor(named: Declaration, scope: Scope): readonly Indicator[] {
  const own = ownByModel(scope, scope).get(named);
  if (own !== undefined) return own;
  return named.is('indicator') ? [named as Indicator] : [];
}

/** The framework that an indicator belongs to, if it belongs to no plan: it says what is counted, and has no figures. */
export function libraryOf(indicator: Declaration): Declaration<'framework'> | undefined {
  let around: Declaration | undefined = indicator.parent;
  while (around?.parent !== undefined) around = around.parent;
  return around?.is('framework') ? (around as Declaration<'framework'>) : undefined;
}

/** The indicators that a target is measured by. */
export const measuring = (target: Declaration<'target'>, scope: Scope): readonly Indicator[] =>
  distinct(scope.findAll(target.refs('measured by')).flatMap((named) => figuresFor(named, scope)));

/** The framework items that the figures of a plan speak of: those under which the indicators stand that define them, or that its targets name. */
export function itemsMeasured(scope: Scope): readonly (readonly [item: Declaration<'item'>, by: Declaration])[] {
  const named = [...scope.of('indicator'), ...scope.of('target')].flatMap((by) =>
    scope.findAll(by.is('target') ? by.refs('measured by') : by.refs('defined by')).map((indicator) => [indicator.parent, by] as const),
  );
  return named.filter((pair): pair is [Declaration<'item'>, Declaration] => pair[0]?.is('item') === true);
}
