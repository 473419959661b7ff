import assert from 'node:assert/strict';
import fs, { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import git from 'isomorphic-git';
import type { CompareParams, CompareResult, PastTextResult, VersionsResult } from '../client/src/messages.ts';
import * as messages from '../client/src/messages.ts';
import { diskFiles } from '../server/src/host/disk.ts';
import { Editor, MadeUpFiles } from './editor.ts';

const PLAN = 'plan town "Town plan" { level local; period 2025 to 2028; status adopted }\nactor office "Office" { type department }\n';
const WORK = 'sector work "Work" {\n  target jobs "Jobs" { at least 60% by 2028 }\n  measure cafe "Job café" {\n    accountable office\n  }\n}\n';
const SETTINGS = { settings: { profile: 'essential', asOf: '2026-06-30' } };

describe('compare in the editor', () => {
  let editor: Editor;
  const ask = <R>(method: string, params: object): Promise<R> => editor.connection.sendRequest<R>(method, params);
  const compare = (uri: string, base: CompareParams['base']) => ask<CompareResult>(messages.compare, { uri, base });
  afterEach(() => editor.end());

  describe('with a file', () => {
    const uri = 'file:///w/town/work.iplan';
    beforeEach(async () => {
      const files = new MadeUpFiles({ 'file:///w/town/plan.iplan': PLAN, [uri]: WORK, 'file:///w/loose.iplan': 'actor a "A"\n' });
      editor = Editor.inProcess(files);
      await editor.start(SETTINGS);
    });

    it('says what differs, by the lines of what is typed now', async () => {
      await editor.open(uri, WORK);
      await editor.edit(uri, { line: 1, character: 0 }, { line: 1, character: 0 }, '  # easier now\n');
      const base = { text: WORK.replace('60%', '70%').replace('office', 'unit'), name: 'old.iplan', uri: 'file:///w/old.iplan' };
      const { title, summary, rows, html, files } = await compare(uri, base);
      assert.equal(title, 'Town plan');
      assert.equal(summary, '1 weakened, 1 changed and 2 findings resolved.');
      assert.deepEqual(rows, [
        { line: 2, weight: 'weakened', says: '▼ target "Jobs": was eased: at least 70% by 2028 became at least 60% by 2028' },
        { line: 4, weight: 'changed', says: '• measure "Job café": accountable moved from unit to office' },
      ]);
      assert.ok(html.includes(`data-file="${files.indexOf(base.uri)}" data-line="2" href="#">work.iplan:2<`));
      assert.ok(html.includes(`data-file="${files.indexOf(uri)}" data-line="3" href="#">work.iplan:3<`));
      assert.deepEqual([...files].sort(), [base.uri, uri, 'file:///w/town/plan.iplan'].sort());
    });

    it('takes a copy beside the plan for a version of it, and no part of it', async () => {
      const copy = 'file:///w/town/work-2025.iplan';
      await editor.open(copy, WORK.replace('60%', '50%'));
      const { summary } = await compare(uri, { text: WORK.replace('60%', '50%'), name: 'work-2025.iplan', uri: copy });
      assert.equal(summary, '1 strengthened.');
    });

    it('escapes what a plan says, and says plainly what it cannot do', async () => {
      const { html } = await compare(uri, { text: WORK.replace('Jobs', '<img src=x onerror=alert(1)>'), name: '<b>', uri: 'file:///w/"><b>.iplan' });
      assert.doesNotMatch(html, /<img|<b>/);
      const { why } = await ask<VersionsResult>(messages.versions, { uri });
      assert.equal(why, 'Git repositories are not read here: compare with a file.');
      assert.match((await compare(uri, { revision: 'HEAD' })).html, /Git repositories are not read here/);
      assert.match((await compare('file:///w/loose.iplan', { revision: 'HEAD' })).html, /belongs to no plan/);
      assert.equal(await ask(messages.pastText, { uri, revision: 'HEAD' }), null);
    });
  });

  describe('with a repository', () => {
    let folder = '';
    const author = { name: 'Planner', email: 'planner@town.example', timestamp: 1_700_000_000, timezoneOffset: 0 };
    const file = (name: string) => path.join(folder, name);
    const commit = async (texts: Readonly<Record<string, string>>, message: string): Promise<string> => {
      for (const [name, text] of Object.entries(texts)) {
        writeFileSync(file(name), text);
        await git.add({ fs, dir: folder, filepath: name });
      }
      return git.commit({ fs, dir: folder, message, author });
    };
    beforeEach(async () => {
      folder = mkdtempSync(path.join(fs.realpathSync(tmpdir()), 'iplan-comparing-'));
      mkdirSync(file('town'));
      mkdirSync(file('elsewhere'));
      await git.init({ fs, dir: folder, defaultBranch: 'main' });
      const state = 'plan state "State" { level national; period 2025 }\n';
      await commit({ 'town/plan.iplan': PLAN, 'town/work.iplan': WORK, 'elsewhere/state.iplan': state }, 'first\n\nmore of it');
      await git.tag({ fs, dir: folder, ref: 'v1' });
      await commit({ 'town/work.iplan': WORK.replace('60%', '55%') }, 'second');
      await git.branch({ fs, dir: folder, ref: 'draft' });
      writeFileSync(file('town/work.iplan'), WORK.replace('60%', '50%').replace('  measure cafe "Job café" {\n    accountable office\n  }\n', ''));
      editor = Editor.inProcess(diskFiles(() => {}));
      await editor.start({ ...SETTINGS, folders: [pathToFileURL(file('town')).href] });
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('offers branches, tags and commits', async () => {
      const { branches, tags, commits, why } = await ask<VersionsResult>(messages.versions, { uri: pathToFileURL(file('town/work.iplan')).href });
      assert.deepEqual([branches, tags, why], [['draft', 'main'], ['v1'], undefined]);
      assert.deepEqual(
        commits.map(({ says, day }) => [says, day]),
        [
          ['second', '2023-11-14'],
          ['first', '2023-11-14'],
        ],
      );
    });

    it('compares with any of them, and leads to what is gone as it was', async () => {
      const uri = pathToFileURL(file('town/work.iplan')).href;
      const { rows, html, summary, files } = await compare(uri, { revision: 'v1' });
      assert.equal(summary, '2 weakened, 1 finding new and 1 finding resolved.');
      assert.deepEqual(
        rows.map(({ says }) => says),
        ['▼ target "Jobs": was eased: at least 60% by 2028 became at least 50% by 2028'],
      );
      assert.match((await compare(uri, { revision: 'HEAD' })).html, /at least 55% by 2028 became at least 50%/);
      assert.match((await compare(uri, { revision: 'nothing' })).html, /There is no branch, tag or commit &quot;nothing&quot;\./);
      const past = files.find((one) => one.startsWith('iplan-past:')) ?? '';
      assert.ok(html.includes(`<a class="at" data-file="${files.indexOf(past)}" data-line="3" href="#">measure &quot;Job café&quot;</a>`));
      const [address, revision] = past.split('?') as [string, string];
      assert.match(revision, /^[0-9a-f]{40}$/);
      assert.equal(await ask<PastTextResult>(messages.pastText, { uri: address.replace(/^iplan-past:/, 'file:'), revision }), WORK);
    });
  });
});
