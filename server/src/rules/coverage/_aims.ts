import type { Declaration } from '../../model/declaration.ts';
import { perScope } from '../../model/memo.ts';
import type { Scope } from '../../model/scope.ts';
import { measuresOf } from '../../model/tasks.ts';

/** Everything that statements `serves` lead to, from the plan and from those below it. */
interface Served {
  /** Targets and goals that a measure serves. */
  readonly byMeasure: ReadonlySet<Declaration>;
  /** Goals that a target serves, and those targets. */
  readonly byTarget: ReadonlyMap<Declaration, readonly Declaration<'target'>[]>;
  /** Goals that are made of other goals: what serves the parts serves them. */
  readonly wholes: ReadonlySet<Declaration>;
}

const served = perScope((_: Scope, plan: Scope): Served => {
  const byMeasure = new Set<Declaration>();
  const byTarget = new Map<Declaration, Declaration<'target'>[]>();
  const wholes = new Set<Declaration>();
  for (const scope of [plan, ...plan.below]) {
    for (const measure of measuresOf(scope)) for (const aim of scope.findAll(measure.refs('serves'))) byMeasure.add(aim);
    for (const target of scope.of('target'))
      for (const goal of scope.findAll(target.refs('serves'))) {
        const list = byTarget.get(goal);
        if (list === undefined) byTarget.set(goal, [target]);
        else list.push(target);
      }
    for (const goal of scope.of('goal')) for (const whole of scope.findAll(goal.refs('part of'))) wholes.add(whole);
  }
  return { byMeasure, byTarget, wholes };
});

export const servedIn = (plan: Scope): Served => served(plan, plan);
