import type { Kind } from '../language/vocabulary.ts';
import type { Declaration } from '../model/declaration.ts';

const PLURALS: Partial<Record<Kind, string>> = { responsibility: 'responsibilities', body: 'bodies', waive: 'waivers' };
export const plural = (kind: Kind): string => PLURALS[kind] ?? `${kind}s`;
export const counted = (count: number, kind: Kind): string => `${count} ${count === 1 ? kind : plural(kind)}`;

/** `2 responsibilities, no measures, 1 target, 3 indicators`: what is missing is said, since that is what coverage is about. */
export function coverage(declarations: readonly Declaration[]): string {
  const kinds = ['responsibility', 'measure', 'target', 'indicator'] as const;
  return kinds
    .map((kind) => {
      const count = declarations.filter((declaration) => declaration.kind === kind).length;
      return count === 0 ? `no ${plural(kind)}` : counted(count, kind);
    })
    .join(', ');
}
