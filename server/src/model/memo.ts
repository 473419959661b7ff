import type { Scope } from './scope.ts';

/**
 * Remembers what was computed of something in a scope, for as long as the scope lives: a scope is replaced when anything that it can
 * see has changed, so nothing is ever forgotten too late.
 */
export function perScope<K extends object, T>(compute: (key: K, scope: Scope) => T): (key: K, scope: Scope) => T {
  const known = new WeakMap<Scope, WeakMap<K, { readonly value: T }>>();
  return (key, scope) => {
    let of = known.get(scope);
    if (of === undefined) known.set(scope, (of = new WeakMap()));
    let found = of.get(key);
    if (found === undefined) of.set(key, (found = { value: compute(key, scope) }));
    return found.value;
  };
}
