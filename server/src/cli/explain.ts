import { styleText } from 'node:util';
import { page } from '../rules/page.ts';
import { RULES } from '../rules/rules.ts';
import { nearest } from '../text/nearest.ts';
import { say, told } from '../text/say.ts';
import { inColour } from './terminal.ts';
import { readArguments, UsageError } from './usage.ts';

/** `iplan explain RULE`: the page of a rule; without a rule, the list of all. */
export async function run(args: readonly string[]): Promise<number> {
  const { paths, options } = readArguments(args, [], ['no-color']);
  if (paths.length === 0) {
    const width = Math.max(...RULES.map((rule) => rule.id.length));
    process.stdout.write(RULES.map((rule) => `${rule.id.padEnd(width)}  ${told(rule.summary)}\n`).join(''));
    return 0;
  }
  const found = paths.flatMap((wanted) => {
    const rules = RULES.filter((rule) => rule.id === wanted || rule.id.endsWith(`/${wanted}`));
    if (rules.length > 0) return rules;
    const close = nearestRule(wanted);
    throw new UsageError(say`There is no rule "${wanted}".${close === undefined ? say` "iplan explain" lists them all.` : say` Did you mean "${close}"?`}`);
  });
  const pages = found.map((rule) => page(rule)).join('\n');
  process.stdout.write(inColour(options) ? coloured(pages) : pages);
  return 0;
}

/** People leave the family out, so a name without one is compared with names without one. */
function nearestRule(wanted: string): string | undefined {
  const ids = RULES.map((rule) => rule.id as string);
  if (wanted.includes('/')) return nearest(wanted, ids);
  const close = nearest(
    wanted,
    ids.map((id) => id.slice(id.indexOf('/') + 1)),
  );
  return ids.find((id) => id.endsWith(`/${close}`));
}

/** Markdown as a terminal shows it: headings stand out, and examples need no fences. */
const coloured = (pages: string): string =>
  pages
    .split('\n')
    .filter((line) => !line.startsWith('```'))
    .map((line) =>
      line.startsWith('#')
        ? styleText('bold', line.replace(/^#+ /, ''), { validateStream: false })
        : line.replace(/`([^`]+)`/g, (_, code: string) => styleText('cyan', code, { validateStream: false })),
    )
    .join('\n');
