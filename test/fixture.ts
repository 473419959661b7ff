import { defaultSettings } from '../server/src/config/settings.ts';
import { type Diagnosis, Linter } from '../server/src/lint.ts';
import { parseFile, Workspace } from '../server/src/model/workspace.ts';

/** What an example expects under one of its lines. */
export interface Mark {
  readonly uri: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The message in full, or its beginning when it ends with `…`. */
  readonly message: string;
}

export interface Fixture {
  readonly workspace: Workspace;
  readonly texts: ReadonlyMap<string, string>;
  readonly marks: readonly Mark[];
  readonly today: string;
}

const ROOT = 'file:///example/';
const MARK = /^(\s*)(\^+) (.*)$/;
const PLAN = 'plan example "Example" { level local; period 2025 to 2028; status adopted }\n';

/**
 * The mini-language of the tests. Several files stand in one text, each after a line `--- path`; a line of carets under a line
 * says what is reported there: `   ^^^^ message`. A file that ends in `.csv` holds data of the plan. A first line `# today: 2026-03-01` sets the date. Where no plan is declared,
 * one is added, so that an example can be one line.
 */
export function fixture(source: string): Fixture {
  const today = /^# today: (\S+)/m.exec(source)?.[1] ?? '2026-06-30';
  const texts = new Map<string, string>();
  const marks: Mark[] = [];
  let uri = `${ROOT}main.iplan`;
  let lines: string[] = [];
  const flush = () => {
    if (lines.some((line) => line.trim() !== '')) texts.set(uri, lines.join('\n'));
    lines = [];
  };
  for (const line of source.split('\n')) {
    const file = /^--- (\S+)/.exec(line);
    const mark = MARK.exec(line);
    if (file !== null) {
      flush();
      uri = ROOT + file[1];
    } else if (mark !== null) {
      const start = (mark[1] as string).length;
      marks.push({
        uri,
        line: lines.length - 1,
        start,
        end: start + (mark[2] as string).length,
        message: mark[3] as string,
      });
    } else lines.push(line);
  }
  flush();
  if (![...texts.values()].some((text) => /^\s*(?:plan|framework)\b/m.test(text))) texts.set(`${ROOT}plan.iplan`, PLAN);
  const isData = (u: string) => u.endsWith('.csv');
  const data = [...texts].filter(([u]) => isData(u));
  const plans = [...texts].filter(([u]) => !isData(u));
  return {
    workspace: new Workspace(new Map(plans.map(([u, text]) => [u, parseFile(u, text)])), undefined, new Map(data)),
    texts,
    marks,
    today,
  };
}

/** The problems of a fixture, of one rule or of all; a rule that is off by default is turned on when asked for by name. */
export function problemsOf(given: Fixture, rule?: string): readonly Diagnosis[] {
  const settings = defaultSettings(given.today, 'thorough');
  const failed: string[] = [];
  const linter = new Linter((id, error) => failed.push(`${id}: ${error instanceof Error ? error.stack : error}`));
  const all = [...linter.diagnoseAll(given.workspace, () => settings).values()].flat();
  if (failed.length > 0) throw new Error(failed.join('\n'));
  return all.filter((d) => d.waived === undefined && (rule === undefined || d.rule === rule));
}

/** Problems in the form of marks, for comparing: `main.iplan:3:8-12 message`. */
export const shown = (marks: readonly Mark[]): string[] =>
  marks.map((m) => `${m.uri.slice(ROOT.length)}:${m.line + 1}:${m.start + 1}-${m.end + 1} ${m.message}`).sort();

export const asMarks = (problems: readonly Diagnosis[], expected: readonly Mark[]): Mark[] =>
  problems.map((d) => {
    const mark = {
      uri: d.uri,
      line: d.range.start.line,
      start: d.range.start.character,
      end: d.range.end.line === d.range.start.line ? d.range.end.character : d.range.start.character + 1,
      message: d.message,
    };
    const prefix = expected.find((m) => m.uri === mark.uri && m.line === mark.line && m.message.endsWith('…') && d.message.startsWith(m.message.slice(0, -1)));
    return prefix === undefined ? mark : { ...mark, message: prefix.message };
  });
