import { readText } from '../host/files.ts';
import { replaceText } from '../host/write.ts';
import { merge } from '../merge/merge.ts';
import { terminal } from '../reports/escape.ts';
import { say } from '../text/say.ts';
import { numberOf, readArguments, UsageError } from './usage.ts';

/** Git takes a code above 128 for a failure and stops; anything else would leave our version there as if it were the result. */
const FAILED = 129;

/**
 * `iplan merge-driver %O %A %B %P`: joins two changes of one plan file for git and writes the result where git looks for it. Returns 0
 * where everything fits, 1 where marks of a conflict are left, and more than 128 where nothing could be done.
 */
export async function run(args: readonly string[]): Promise<number> {
  try {
    return joined(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return failed(error.message);
  }
}

function joined(args: readonly string[]): number {
  const { paths, options } = readArguments(args, ['marker-size', 'ours', 'theirs'], []);
  const [base, ours, theirs, path = ours] = paths;
  if (base === undefined || ours === undefined || theirs === undefined || path === undefined || paths.length > 4)
    throw new UsageError(say`merge-driver is for git, which gives it three files and a path: iplan merge-driver %O %A %B %P.`);
  const texts: string[] = [];
  for (const file of [base, ours, theirs]) {
    const read = readText(file);
    if ('error' in read) return failed(say`${path}: ${file} ${read.error}.`);
    texts.push(read.text);
  }
  const size = Math.min(100, Math.max(7, numberOf(options, 'marker-size') ?? 7));
  const marks = { ours: options.get('ours') ?? 'ours', theirs: options.get('theirs') ?? 'theirs', size };
  const { text, conflicts, byLines } = merge(texts[0] as string, texts[1] as string, texts[2] as string, marks);
  const unwritten = replaceText(ours, texts[1] as string, text);
  if (unwritten !== undefined) return failed(say`${path}: ${ours} ${unwritten}.`);
  if (byLines !== undefined) tell(say`${path}: ${byLines}`);
  if (conflicts.length === 0) return 0;
  const lines = text.split(/\r\n|\r|\n/).flatMap((line, i) => (line === `${'<'.repeat(size)} ${marks.ours}` ? [i + 1] : []));
  for (const [i, about] of conflicts.entries()) tell(say`${path}:${lines[i] ?? 1}: both versions have changed ${about}. Choose one and delete the marks.`);
  return 1;
}

const tell = (sentence: string): void => void process.stderr.write(`${terminal(sentence)}\n`);

function failed(sentence: string): number {
  tell(sentence);
  return FAILED;
}
