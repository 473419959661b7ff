import { resolve } from 'node:path';
import { writeText } from '../host/write.ts';
import { checkstyle } from '../reports/checkstyle.ts';
import { github } from '../reports/github.ts';
import { gitlab } from '../reports/gitlab.ts';
import { json } from '../reports/json.ts';
import { junit } from '../reports/junit.ts';
import { lines } from '../reports/lines.ts';
import { rdjson } from '../reports/rdjson.ts';
import type { Findings, Format } from '../reports/report.ts';
import { sarif } from '../reports/sarif.ts';
import { shard } from '../reports/shard.ts';
import { githubSummary } from '../reports/summary.ts';
import { text } from '../reports/text.ts';
import { say } from '../text/say.ts';
import { inColour } from './terminal.ts';
import { type Arguments, among, UsageError } from './usage.ts';

const FORMATS = { json, sarif, github, 'github-summary': githubSummary, junit, gitlab, checkstyle, rdjson, lines, shard } as const satisfies Record<
  string,
  Format
>;
const NAMES = ['text', 'json', 'sarif', 'github', 'github-summary', 'junit', 'gitlab', 'checkstyle', 'rdjson', 'lines', 'shard'] as const;

/** A report that was asked for: in which form, and in which file; on standard output where none is named. */
export interface Output {
  readonly format: (typeof NAMES)[number];
  readonly file?: string;
}

/** Reads `--format F --output FILE` as often as it stands there. One report may go without a file; where nothing is said, it is text. */
export function outputsOf({ inOrder }: Arguments): readonly Output[] {
  const outputs: Output[] = [];
  let open: Output['format'] | undefined;
  const toScreen = (format: Output['format']) => {
    if (outputs.some((output) => output.file === undefined))
      throw new UsageError(say`Only one report can be printed: name a file for ${format} with --output.`);
    outputs.push({ format });
  };
  for (const [name, value] of inOrder) {
    if (name === 'format') {
      if (open !== undefined) toScreen(open);
      open = among(value, 'format', NAMES);
    } else if (name === 'output') {
      if (/\.iplan$/i.test(value)) throw new UsageError(say`--output would write a report over a plan: ${value} ends in .iplan.`);
      if (open === undefined) throw new UsageError(say`--output stands behind the --format that it is for: --format sarif --output findings.sarif.`);
      if (outputs.some(({ file }) => file !== undefined && resolve(file) === resolve(value)))
        throw new UsageError(say`Two reports cannot be written to ${value}.`);
      outputs.push({ format: open, file: value });
      open = undefined;
    }
  }
  if (open !== undefined || outputs.length === 0) toScreen(open ?? 'text');
  return outputs;
}

/** Prints and writes the reports; a file that cannot be written has a sentence. */
export function put(outputs: readonly Output[], findings: Findings, options: Arguments['options']): readonly string[] {
  return outputs.flatMap(({ format, file }) => {
    const report = batched(format === 'text' ? text(findings, file === undefined && inColour(options)) : FORMATS[format](findings));
    if (file === undefined) {
      for (const piece of report) process.stdout.write(piece);
      return [];
    }
    const failed = writeText(file, report);
    return failed === undefined ? [] : [`${file} ${failed}.`];
  });
}

/** Small pieces put together, so that not each is written alone. */
function* batched(pieces: Iterable<string>): Generator<string> {
  let held = '';
  for (const piece of pieces) {
    held += piece;
    if (held.length < 1 << 20) continue;
    yield held;
    held = '';
  }
  yield held;
}
