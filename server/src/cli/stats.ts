import { counted } from '../language/nouns.ts';
import type { Told } from '../sight/verdict.ts';
import { say } from '../text/say.ts';
import { type Scan, unitsOf } from './scan.ts';

/** What a run has seen and how long it took, for those who look after many plans. */
export function stats(
  scan: Scan,
  uris: readonly string[],
  problems: readonly Told[],
  known: number,
  times: readonly (readonly [what: string, milliseconds: number])[],
): string {
  const units = unitsOf(scan, uris);
  const plans = units.filter(({ kind }) => kind === 'plan').length;
  const size = uris.reduce((sum, uri) => sum + (scan.files.get(uri)?.summary.size ?? 0), 0);
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  const total = times.reduce((sum, [, ms]) => sum + ms, 0);
  const byRule = new Map<string, number>();
  for (const { rule } of problems) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  const rows = [...byRule].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([rule, n]) => `${String(n).padStart(6)}  ${rule}`);
  const read = [
    say`${counted(uris.length, 'file')} of ${counted(plans, 'plan')}, ${Math.ceil(size / 1024)} KB; ${counted(scan.files.size, 'file')} read in all`,
    ...(known === 0 ? [] : [say`${known} of ${units.length} plans were known from the cache`]),
  ].join('; ');
  const took = `${seconds(total)}: ${times.map(([what, ms]) => `${seconds(ms)} to ${what}`).join(', ')}`;
  return [`${read}`, took, say`${counted(problems.length, 'finding')} by ${counted(byRule.size, 'rule')}`, ...rows, ''].join('\n');
}
