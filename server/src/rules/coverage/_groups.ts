import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { groupsNamed, groupsOf, type Task } from '../../model/tasks.ts';

/** The groups that tasks are for, with those that belong to them and those they are part of. */
export function reachedBy(tasks: readonly Task[], plan: Scope): ReadonlySet<Declaration> {
  const found = new Set<Declaration>(tasks.flatMap((task) => groupsOf(task, plan)));
  for (const scope of [plan, ...plan.ancestors])
    for (const group of scope.of('group')) {
      const parts = groupsNamed(group.refs('includes'), scope);
      if (found.has(group)) for (const part of parts) found.add(part);
      else if (parts.some((part) => found.has(part))) found.add(group);
    }
  return found;
}
