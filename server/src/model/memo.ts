import type { Scope } from './scope.ts';

/**
 * Remembers what was computed of something in a scope, for as long as the scope lives: a scope is replaced when anything that it can
 * see has changed, so nothing is ever forgotten too late.
 */
export function perScope<K extends object, T>(compute: (key: K, scope: Scope) => T): (key: K, scope: Scope) => T {
  return (key, scope) => {
    let known = scope.remembered.get(compute) as Map<K, T> | undefined;
    if (known === undefined) scope.remembered.set(compute, (known = new Map()));
    let value = known.get(key);
    // What is computed may be undefined.
    if (value === undefined && !known.has(key)) known.set(key, (value = compute(key, scope)));
    return value as T;
  };
}
