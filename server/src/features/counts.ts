import { counted, none } from '../language/nouns.ts';
import type { Declaration } from '../model/declaration.ts';

/** `2 responsibilities, no measures, 1 target, 3 indicators`: what is missing is said, since that is what coverage is about. */
export function coverage(declarations: readonly Declaration[]): string {
  const kinds = ['responsibility', 'measure', 'target', 'indicator'] as const;
  return kinds
    .map((kind) => {
      const count = declarations.filter((declaration) => declaration.kind === kind).length;
      return count === 0 ? none(kind) : counted(count, kind);
    })
    .join(', ');
}
