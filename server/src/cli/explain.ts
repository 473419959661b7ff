import { page } from '../rules/page.ts';
import { RULES } from '../rules/rules.ts';
import { nearest } from '../text/nearest.ts';
import { readArguments, UsageError } from './usage.ts';

/** `iplan explain RULE`: the page of a rule; without a rule, the list of all. */
export async function run(args: readonly string[]): Promise<number> {
  const { paths } = readArguments(args, [], []);
  const wanted = paths[0];
  if (wanted === undefined) {
    const width = Math.max(...RULES.map((rule) => rule.id.length));
    process.stdout.write(RULES.map((rule) => `${rule.id.padEnd(width)}  ${rule.summary}\n`).join(''));
    return 0;
  }
  const found = RULES.filter((rule) => rule.id === wanted || rule.id.endsWith(`/${wanted}`));
  if (found.length === 0) {
    const close = nearest(
      wanted,
      RULES.map((rule) => rule.id),
    );
    throw new UsageError(`There is no rule "${wanted}".${close === undefined ? ' "iplan explain" lists them all.' : ` Did you mean "${close}"?`}`);
  }
  process.stdout.write(found.map(page).join('\n'));
  return 0;
}
