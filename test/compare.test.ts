import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs, { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import git from 'isomorphic-git';
import { compare, type Version } from '../server/src/compare/compare.ts';
import { defaultSettings } from '../server/src/config/settings.ts';
import { commitOf, repositoryOf, snapshot } from '../server/src/host/git.ts';
import { load } from '../server/src/host/load.ts';
import { Linter } from '../server/src/lint.ts';
import { parseFile, Workspace } from '../server/src/model/workspace.ts';
import { comparisonMarkdown } from '../server/src/reports/comparison.ts';
import { format } from '../server/src/syntax/format.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const settings = defaultSettings('2026-06-30', 'essential');
const versionOf = (workspace: Workspace): Version => ({ workspace, problems: new Linter().diagnoseAll(workspace, () => settings) });
const PLAN =
  'plan town "Town" { level local; period 2025 to 2028; status adopted }\nactor office "Office" { type department }\nactor unit "Unit" { type department }\n';
const one = (text: string): Version => versionOf(new Workspace(new Map([['file:///w/plan.iplan', parseFile('file:///w/plan.iplan', PLAN + text)]])));
const said = (before: string, after: string): string[] =>
  compare(one(before), one(after)).changes.map(({ weight, about, message }) => `${weight}: ${about.kind} ${about.id}: ${message}`);

/** Before, after, and what the difference means; nothing where there is none. */
const CASES: readonly (readonly [name: string, before: string, after: string, ...changes: string[]])[] = [
  [
    'a target is lowered',
    'target jobs "Jobs" { at least 60% by 2028 }',
    'target jobs "Jobs" { at least 55% by 2028 }',
    'weakened: target jobs: was eased: at least 60% by 2028 became at least 55% by 2028',
  ],
  [
    'a ceiling is raised',
    'target wait "Wait" { at most 10 weeks by 2028 }',
    'target wait "Wait" { at most 12 weeks by 2028 }',
    'weakened: target wait: was eased: at most 10 weeks by 2028 became at most 12 weeks by 2028',
  ],
  [
    'a target falls due later',
    'target jobs "Jobs" { at least 60% by 2027 }',
    'target jobs "Jobs" { at least 60% by 2028 }',
    'weakened: target jobs: is due later: at least 60% by 2027 became at least 60% by 2028',
  ],
  [
    'a target is lowered and due earlier',
    'target jobs "Jobs" { at least 60% by 2028 }',
    'target jobs "Jobs" { at least 55% by 2027 }',
    'changed: target jobs: changed: at least 60% by 2028 became at least 55% by 2027',
  ],
  [
    'a target is tightened',
    'target jobs "Jobs" { at least 60% by 2028 }',
    'target jobs "Jobs" { at least 65% by 2028 }',
    'strengthened: target jobs: was tightened: at least 60% by 2028 became at least 65% by 2028',
  ],
  [
    'a deadline moves',
    'measure m "M" { deadline by 2026-06 }',
    'measure m "M" { deadline by 2027-06 }',
    'weakened: measure m: deadline moved from by 2026-06 to by 2027-06',
  ],
  [
    'a deadline comes nearer',
    'measure m "M" { deadline within 10 weeks of assignment }',
    'measure m "M" { deadline within 2 months of assignment }',
    'strengthened: measure m: deadline moved from within 10 weeks of assignment to within 2 months of assignment',
  ],
  ['a duty moves', 'measure m "M" { accountable office }', 'measure m "M" { accountable unit }', 'changed: measure m: accountable moved from office to unit'],
  ['nobody answers any more', 'measure m "M" { accountable office }', 'measure m "M"', 'weakened: measure m: accountable office removed'],
  [
    'a measure is cancelled',
    'measure m "M" { status ongoing }',
    'measure m "M" { status cancelled because "No money" }',
    'weakened: measure m: status went from ongoing to cancelled because "No money"',
  ],
  [
    'a fund is reduced',
    'fund grant "Grant" { amount 500000 NOK in 2026 }',
    'fund grant "Grant" { amount 300000 NOK in 2026 }',
    'weakened: fund grant: the fund was reduced from 500000 NOK in 2026 to 300000 NOK in 2026',
  ],
  [
    'an indicator loses its source',
    'indicator i "I" { unit percent; source register "R" }',
    'indicator i "I" { unit percent }',
    'weakened: indicator i: source register "R" removed',
  ],
  [
    'a partner leaves a measure',
    'partner p "P" { type ngo }\npartner q "Q" { type ngo }\nmeasure m "M" { with p, q }',
    'partner p "P" { type ngo }\npartner q "Q" { type ngo }\nmeasure m "M" { with p }',
    'changed: measure m: with lost q',
  ],
  ['a partner is gone', 'partner p "P" { type ngo }', '', 'weakened: partner p: removed'],
  ['a measure comes', '', 'measure m "M" { lead office }', 'strengthened: measure m: new'],
  [
    'a value is added',
    'indicator i "I" { value 5 on 2024 }',
    'indicator i "I" { value 5 on 2024; value 6 on 2025 }',
    'changed: indicator i: value 6 on 2025 added',
  ],
  [
    'a gap is accepted',
    '',
    'waive coverage/no-contingency until 2027 approved by office because "Soon"',
    'weakened: waive : a gap is accepted until 2027: coverage/no-contingency ',
  ],
  ['a title is changed', 'measure m "M"', 'measure m "N"', 'changed: measure m: renamed from "M" to "N"'],
  [
    'a measure moves to another sector',
    'sector a "A" { measure m "M" }\nsector b "B" { }',
    'sector a "A" { }\nsector b "B" { measure m "M" }',
    'changed: measure m: moved from sector "A" to sector "B"',
  ],
  ['a sector goes with what stands in it', 'sector a "A" { measure m "M"; measure n "N" }', '', 'weakened: sector a: removed'],
  ['things change places', 'measure m "M" { lead office }\nmeasure n "N"', 'measure n "N"\nmeasure m "M" { lead office }'],
  ['a block is laid out anew', 'measure m "M" { lead office; status ongoing }', '# a comment\nmeasure m "M" {\n  status ongoing\n\n  lead office\n}'],
];

describe('compare', () => {
  for (const [name, before, after, ...changes] of CASES)
    it(name, () =>
      assert.deepEqual(
        said(before, after).map((line) => line.trimEnd()),
        changes.map((line) => line.trimEnd()),
      ),
    );

  it('tells findings that came and went', () => {
    const before = one('measure m "M" { responsible office }');
    const after = one('measure m "M" { accountable office; responsible offise }');
    const { found, resolved } = compare(before, after);
    assert.deepEqual([found.map(({ rule }) => rule), resolved.map(({ rule }) => rule)], [['names/unknown-name'], ['accountability/no-accountable']]);
  });

  it('finds no difference in the examples printed anew, with each file under another name', () => {
    const { workspace } = load([path.join(root, 'examples')], { today: '2026-06-30' });
    const own = [...workspace.files].filter(([, file]) => !file.library);
    assert.ok(own.length > 50);
    const printed = new Workspace(
      new Map([
        ...[...workspace.files].filter(([, file]) => file.library),
        ...own.map(([uri, file]) => {
          const moved = uri.replace(/[^/]+\.iplan$/, (name) => `moved-${name}`);
          return [moved, parseFile(moved, format(file.tree))] as const;
        }),
      ]),
      undefined,
      workspace.data as Map<string, string>,
    );
    const { changes } = compare({ workspace, problems: new Map() }, { workspace: printed, problems: new Map() });
    assert.deepEqual(changes, []);
  });

  it('keeps what a plan says from being taken for Markdown', () => {
    const comparison = compare(one(''), one('measure m "M | <img src=x> [a](b) `c`" { lead office }'));
    const text = comparisonMarkdown(comparison, (uri) => uri);
    assert.match(text, /M \\\| &lt;img src=x&gt; \\\[a\\\]\(b\) \\`c\\`/);
  });

  describe('versions of a repository', () => {
    let folder = '';
    const author = { name: 'Planner', email: 'planner@town.example', timestamp: 1_700_000_000, timezoneOffset: 0 };
    const commit = async (text: string, message: string): Promise<string> => {
      writeFileSync(path.join(folder, 'town/plan.iplan'), text);
      await git.add({ fs, dir: folder, filepath: 'town/plan.iplan' });
      return git.commit({ fs, dir: folder, message, author });
    };

    before(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'iplan-compare-'));
      mkdirSync(path.join(folder, 'town'));
      await git.init({ fs, dir: folder, defaultBranch: 'main' });
      await commit(`${PLAN}target jobs "Jobs" { at least 60% by 2028 }\n`, 'first');
      await commit(`${PLAN}target jobs "Jobs" { at least 55% by 2028 }\n`, 'second');
      await git.tag({ fs, dir: folder, ref: 'v1' });
      await git.annotatedTag({ fs, dir: folder, ref: 'v2', message: 'Adopted', tagger: author });
      writeFileSync(path.join(folder, 'town/plan.iplan'), `${PLAN}target jobs "Jobs" { at least 50% by 2028 }\n`);
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    it('are found by branch, tag, commit and what comes before it', async () => {
      const repository = repositoryOf(path.join(folder, 'town'))!;
      const head = (await commitOf(repository, 'main'))!;
      const first = (await commitOf(repository, 'HEAD~1'))!;
      assert.notEqual(head, first);
      for (const name of ['HEAD', '@', 'v1', 'v2', head, head.slice(0, 8)]) assert.equal(await commitOf(repository, name), head, name);
      for (const name of ['HEAD^', 'main~1', 'v2~', first]) assert.equal(await commitOf(repository, name), first, name);
      for (const name of ['nothing', 'HEAD~9', 'deadbeef', 'main^2']) assert.equal(await commitOf(repository, name), undefined, name);
      assert.match([...(await snapshot(repository, first)).texts.values()][0] ?? '', /at least 60%/);
    });

    it('are compared by the command line, with the working tree unless two are named', () => {
      const run = (...args: string[]) => {
        try {
          return execFileSync(process.execPath, [path.join(root, 'server/src/cli/main.ts'), 'compare', ...args], {
            cwd: folder,
            encoding: 'utf8',
            stdio: 'pipe',
          });
        } catch (error) {
          const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
          return `${status}: ${stdout}${stderr}`;
        }
      };
      assert.match(run('HEAD', '--as-of', '2026-06-30'), /was eased: at least 55% by 2028 became at least 50% by 2028/);
      assert.match(run('HEAD~1', 'HEAD'), /at least 60% by 2028 became at least 55% by 2028/);
      assert.match(run('HEAD~1', 'HEAD', '--fail-on', 'weakened'), /^1: /);
      assert.match(run('HEAD', 'HEAD'), /No difference in meaning\./);
      assert.match(run('nowhere'), /^2: There is no folder, file, branch, tag or commit "nowhere"\./);
      assert.match(run(), /^2: Compare takes one or two versions/);
      const report = JSON.parse(run('HEAD~1', 'HEAD', '--format', 'json')) as { version: number; changes: { weight: string; before: { file: string } }[] };
      assert.deepEqual([report.version, report.changes[0]?.weight, report.changes[0]?.before.file], [1, 'weakened', path.join('town', 'plan.iplan')]);
    }).timeout(60_000);
  });
});
