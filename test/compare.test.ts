import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs, { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import git from 'isomorphic-git';
import { defaultTreeAdapter as adapter, type DefaultTreeAdapterTypes as Nodes, parse as parse5 } from 'parse5';
import { compare, type Version } from '../server/src/compare/compare.ts';
import { defaultSettings } from '../server/src/config/settings.ts';
import { commitOf, repositoryOf, snapshot } from '../server/src/host/git.ts';
import { load } from '../server/src/host/load.ts';
import { Linter } from '../server/src/lint.ts';
import { parseFile, Workspace } from '../server/src/model/workspace.ts';
import { comparisonMarkdown } from '../server/src/reports/comparison.ts';
import { comparisonPage } from '../server/src/reports/html/comparison.ts';
import { format } from '../server/src/syntax/format.ts';
import { program } from './program.ts';

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
    'weakened: measure m: deadline moved from 2026-06 to 2027-06',
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
    'weakened: measure m: with lost q',
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
    'weakened: waive : a gap is accepted until 2027: coverage/no-contingency',
  ],
  ['a title is changed', 'measure m "M"', 'measure m "N"', 'changed: measure m: renamed from "M" to "N"'],
  [
    'a measure moves to another sector',
    'sector a "A" { measure m "M" }\nsector b "B" { }',
    'sector a "A" { }\nsector b "B" { measure m "M" }',
    'changed: measure m: moved from sector "A" to sector "B"',
  ],
  ['a sector goes with what stands in it', 'sector a "A" { measure m "M"; measure n "N" }', '', 'weakened: sector a: removed'],
  [
    'a target asks for nothing any more',
    'target jobs "Jobs" { at least 60% by 2028 }',
    'target jobs "Jobs" { at least tbd by 2028 }',
    'weakened: target jobs: asks for at least tbd by 2028 instead of at least 60% by 2028',
  ],
  [
    'a target loses what it asks for',
    'target jobs "Jobs" { at least 60% by 2028 }',
    'target jobs "Jobs"',
    'weakened: target jobs: asks no longer for at least 60% by 2028',
  ],
  [
    'a target is lowered for one group',
    'target jobs "Jobs" { at least 60% by 2028 { women 60%; men 60% } }',
    'target jobs "Jobs" { at least 60% by 2028 { women 50%; men 60% } }',
    'weakened: target jobs: was eased: at least 60% by 2028 { women 60%; men 60%; } became at least 60% by 2028 { women 50%; men 60%; }',
  ],
  [
    'a milestone is lowered',
    'target jobs "Jobs" { milestone at least 50% by 2026 }',
    'target jobs "Jobs" { milestone at least 45% by 2026 }',
    'weakened: target jobs: a milestone was eased: at least 50% by 2026 became at least 45% by 2026',
  ],
  [
    'a deadline becomes a promise',
    'measure m "M" { deadline by 2026-06 }',
    'measure m "M" { deadline tbd until 2026-01 }',
    'weakened: measure m: deadline is open again: tbd until 2026-01 instead of by 2026-06',
  ],
  ['a lead is written as two duties', 'measure m "M" { lead office }', 'measure m "M" { accountable office; responsible office }'],
  [
    'a duty moves from a lead to another actor',
    'measure m "M" { lead office }',
    'measure m "M" { accountable unit; responsible office }',
    'changed: measure m: accountable moved from office to unit',
  ],
  [
    'one of two who do it leaves',
    'measure m "M" { responsible office, unit }',
    'measure m "M" { responsible office }',
    'weakened: measure m: responsible lost unit',
  ],
  [
    'a fund is paid in another currency',
    'fund grant "Grant" { amount 500000 NOK in 2026 }',
    'fund grant "Grant" { amount 60000 EUR in 2026 }',
    'changed: fund grant: amount changed from 500000 NOK in 2026 to 60000 EUR in 2026',
  ],
  ['a fund is not certain any more', 'fund g "G" { secured yes }', 'fund g "G" { secured no }', 'weakened: fund g: secured went from yes to no'],
  [
    'something is asked less often',
    'indicator i "I" { frequency quarterly }',
    'indicator i "I" { frequency yearly }',
    'weakened: indicator i: frequency is less often: yearly instead of quarterly',
  ],
  [
    'there are fewer people for it',
    'actor a "A" { staff 6.5 fte }',
    'actor a "A" { staff 4 fte }',
    'weakened: actor a: staff was reduced from 6.5 fte to 4 fte',
  ],
  [
    'a mandate is fulfilled by nobody any more',
    'mandate settle "Settle" { from office; to local }\nresponsibility r "R" { fulfils settle }',
    'mandate settle "Settle" { from office; to local }',
    'weakened: responsibility r: removed',
    'weakened: mandate settle: no longer fulfilled: it was by "R"',
  ],
  [
    'a mandate is fulfilled by somebody else',
    'mandate settle "Settle" { from office; to local }\nresponsibility r "R" { fulfils settle }\nmeasure m "M"',
    'mandate settle "Settle" { from office; to local }\nresponsibility r "R"\nmeasure m "M" { fulfils settle }',
    'weakened: responsibility r: fulfils settle removed',
    'strengthened: measure m: fulfils settle added',
  ],
  [
    'a mandate goes with who has fulfilled it',
    'mandate settle "Settle" { from office; to local }\nresponsibility r "R" { fulfils settle }',
    'responsibility r "R"',
    'weakened: responsibility r: fulfils settle removed',
    'weakened: mandate settle: removed',
  ],
  ['things change places', 'measure m "M" { lead office }\nmeasure n "N"', 'measure n "N"\nmeasure m "M" { lead office }'],
  ['a block is laid out anew', 'measure m "M" { lead office; status ongoing }', '# a comment\nmeasure m "M" {\n  status ongoing\n\n  lead office\n}'],
];

/** The tables of a page as a browser would read them, and what no page of ours may have. */
function parseHtml(page: string) {
  const broken: string[] = [];
  const all: Nodes.Element[] = [];
  const visit = (node: Nodes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (!adapter.isElementNode(child)) continue;
      all.push(child);
      visit(child);
    }
  };
  visit(parse5(page, { onParseError: ({ code }) => broken.push(code) }));
  for (const { tagName, attrs } of all) {
    if (['script', 'iframe', 'img', 'link', 'form'].includes(tagName)) broken.push(tagName);
    for (const { name, value } of attrs) if (/^on|^src$|^style$/.test(name) || (name === 'href' && !value.startsWith('#'))) broken.push(`${name}=${value}`);
  }
  const below = (node: Nodes.Element, ...names: readonly string[]): Nodes.Element[] =>
    node.childNodes.filter(adapter.isElementNode).flatMap((child) => [...(names.includes(child.tagName) ? [child] : []), ...below(child, ...names)]);
  const textOf = (node: Nodes.ChildNode): string => (adapter.isTextNode(node) ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '');
  const tables = all
    .filter(({ tagName }) => tagName === 'table')
    .map((table) => ({
      caption: textOf(below(table, 'caption')[0] as Nodes.Element),
      columns: below(below(table, 'thead')[0] as Nodes.Element, 'th').map(textOf),
      rows: below(below(table, 'tbody')[0] as Nodes.Element, 'tr').map((row) => below(row, 'th', 'td').map(textOf)),
    }));
  return { tables, broken };
}

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

  it('takes a plan with another id in the same file for the same plan', () => {
    const other = versionOf(new Workspace(new Map([['file:///w/plan.iplan', parseFile('file:///w/plan.iplan', PLAN.replace('plan town', 'plan city'))]])));
    const { changes, found, resolved } = compare(one(''), other);
    assert.deepEqual(
      changes.map(({ message }) => message),
      ['has the id city and had town'],
    );
    assert.deepEqual([found, resolved], [[], []]);
  });

  it('draws both sides on one page, without a script and with every word escaped', async () => {
    const before = one('target jobs "Jobs <b>" { at least 60% by 2028 }\npartner p "P" { type ngo }');
    const after = one('target jobs "Jobs <b>" { at least 55% by 2028 }\nmeasure m "M" { lead office }');
    const comparison = compare(before, after);
    const page = await comparisonPage(
      comparison,
      (uri) => uri.replace('file:///w/', ''),
      { base: 'main & co', head: 'now' },
      { version: '1', today: '2026-06-30' },
    );
    const document = parseHtml(page);
    const tables = document.tables.map(({ caption, columns, rows }) => ({
      caption,
      columns,
      rows: rows.map(([head, message, ...sides]) => [head, message, ...sides]),
    }));
    assert.deepEqual(tables[0], {
      caption: 'Weakened: Town',
      columns: ['What', 'Difference', 'main & co', 'now'],
      rows: [
        [
          'target "Jobs <b>"',
          'was eased: at least 60% by 2028 became at least 55% by 2028',
          'at least 60% by 2028plan.iplan:4',
          'at least 55% by 2028plan.iplan:4',
        ],
        ['partner "P"', 'removed', 'partner p "P"plan.iplan:5', ''],
      ],
    });
    assert.equal(tables[1]?.rows[0]?.[0], 'measure "M"');
    assert.deepEqual(document.broken, [], 'no script, no address elsewhere, no element without its end');
    assert.match(page, /Content-Security-Policy" content="default-src &apos;none&apos;; style-src &apos;sha256-/);
    assert.ok(page.includes('prefers-color-scheme: dark'));
    assert.ok(page.includes('@media print'));
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
          return execFileSync(process.execPath, [...program('cli'), 'compare', ...args], {
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
      assert.equal(run('HEAD~1', 'HEAD', '--format', 'html', '--output', 'difference.html'), '');
      const page = readFileSync(path.join(folder, 'difference.html'), 'utf8');
      assert.ok(page.startsWith('<!DOCTYPE html>\n<html lang="en" class="report">') && page.includes('From HEAD~1 to HEAD'), page.slice(0, 80));
      assert.match(run('HEAD', '--format', 'html', '--output', 'town/plan.iplan'), /^2: --output would write a report over a plan/);
      assert.match(run('nowhere'), /^2: There is no folder, file, branch, tag or commit "nowhere"\./);
      assert.match(run(), /^2: Compare takes one or two versions/);
      const report = JSON.parse(run('HEAD~1', 'HEAD', '--format', 'json')) as { version: number; changes: { weight: string; before: { file: string } }[] };
      assert.deepEqual([report.version, report.changes[0]?.weight, report.changes[0]?.before.file], [1, 'weakened', path.join('town', 'plan.iplan')]);
    }).timeout(180_000);
  });
});
