import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ExportChoices, ExportResult } from '../client/src/messages.ts';
import * as messages from '../client/src/messages.ts';
import { findBrowser, type Machine, print } from '../server/src/host/browser.ts';
import { FORMATS } from '../server/src/reports/plan/all-formats.ts';
import { LIGHT } from '../server/src/reports/plan/formats.ts';
import { Editor, MadeUpFiles } from './editor.ts';

const TOWN = 'file:///w/my%20town/plan.iplan';
const FILES = {
  [TOWN]: 'plan town "Town plan" { level local; period 2025 to 2028; status adopted }\nactor council "Town council" { type council }\n',
  'file:///w/my%20town/work.iplan': 'sector work "Work" {\n  measure cafe "Job café" { lead council; deadline by 2026-06-30 }\n}\n',
  'file:///w/charter.iplan': 'framework charter "Charter" { item one "One" }\n',
};

describe('export from the editor', () => {
  let editor: Editor;
  const ask = <R>(method: string, params: object): Promise<R> => editor.connection.sendRequest<R>(method, params);
  const write = (format: string, uri = TOWN) => ask<ExportResult>(messages.exportPlan, { uri, format, folder: 'file:///w' });
  beforeEach(async () => {
    editor = Editor.inProcess(new MadeUpFiles(FILES));
    await editor.start({ settings: { asOf: '2026-01-15' } });
  });
  afterEach(() => editor.end());

  it('offers every format with an ending, and a name for the file', async () => {
    const { name, formats } = await ask<ExportChoices>(messages.exportChoices, { uri: TOWN });
    assert.equal(name, 'town');
    assert.deepEqual(
      formats.map(({ id }) => id),
      Object.keys(FORMATS),
    );
    for (const { title, ending } of formats) assert.ok(title !== '' && /^[a-z]+$/.test(ending), ending);
  });

  it('writes what is typed and not saved, in each of them', async () => {
    await editor.open(TOWN, FILES[TOWN] as string);
    await editor.edit(TOWN, { line: 0, character: 11 }, { line: 0, character: 20 }, 'Typed just now');
    for (const [id, { holds }] of Object.entries(FORMATS)) {
      if (id === 'pdf') continue;
      const { text, base64, error } = await write(id);
      assert.deepEqual([id, error], [id, undefined]);
      if (holds === 'text') assert.match(text ?? '', ['ics', 'svg', 'mermaid'].includes(id) ? /./ : /Typed just now/, id);
      else
        assert.equal(
          Buffer.from(base64 ?? '', 'base64')
            .subarray(0, 2)
            .toString(),
          'PK',
          id,
        );
    }
    assert.match((await write('ics')).text ?? '', /X-WR-CALNAME:Typed just now\r\n/);
  });

  it('tells of files as the folder that is open has them, and of nothing above it', async () => {
    const { text } = await write('html');
    assert.match(text ?? '', /data-file="my town\/work\.iplan"/);
    assert.doesNotMatch(text ?? '', /file:|\/w\//);
  });

  it('says in a sentence what it cannot write', async () => {
    assert.deepEqual(await write('toString'), { error: 'A plan cannot be written as "toString" here.' });
    assert.deepEqual(await write('html', 'file:///w/charter.iplan'), { error: 'This file belongs to no plan.' });
    assert.deepEqual(await ask(messages.exportChoices, { uri: 'file:///w/charter.iplan' }), { name: '', formats: [] });
  });

  it('offers in a browser what needs neither the machine nor a heavy library', () => {
    assert.deepEqual(
      Object.keys(FORMATS).filter((id) => !Object.hasOwn(LIGHT, id)),
      ['pdf', 'docx', 'xlsx'],
    );
  });
});

describe('the browser that prints', () => {
  const machine = (platform: NodeJS.Platform, there: readonly string[], env: Machine['env'] = {}): Machine => ({
    platform,
    env,
    home: '/home/me',
    isProgram: (file) => there.includes(file),
  });

  it('is found where each system has it', () => {
    const windows = { ProgramFiles: 'C:\\Programs', 'ProgramFiles(x86)': 'C:\\Programs (x86)', LOCALAPPDATA: 'C:\\me' };
    const edge = 'C:\\Programs (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const chrome = 'C:\\me\\Google\\Chrome\\Application\\chrome.exe';
    assert.equal(findBrowser(undefined, machine('win32', [edge], windows)), edge);
    assert.equal(findBrowser(undefined, machine('win32', [edge, chrome], windows)), chrome);
    const mac = '/home/me/Applications/Chromium.app/Contents/MacOS/Chromium';
    assert.equal(findBrowser(undefined, machine('darwin', [mac])), mac);
    assert.equal(findBrowser(undefined, machine('linux', ['/b/chromium'], { PATH: '/a:/b' })), '/b/chromium');
    assert.equal(findBrowser(undefined, machine('linux', [], { PATH: '/a:/b' })), undefined);
  });

  it('is the one that was named: by an option before the environment, as a path or as a name', () => {
    const there = ['/a/brave', '/x/edge', '/a/chromium'];
    assert.equal(findBrowser('brave', machine('linux', there, { PATH: '/a', IPLAN_BROWSER: '/x/edge' })), '/a/brave');
    assert.equal(findBrowser(undefined, machine('linux', there, { PATH: '/a', IPLAN_BROWSER: '/x/edge' })), '/x/edge');
    assert.equal(findBrowser('/gone', machine('linux', there, { PATH: '/a' })), undefined);
  });

  it('is ended when it takes too long, says when it fails, and leaves nothing behind', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = mkdtempSync(path.join(tmpdir(), 'iplan-browsers-'));
    const program = (name: string, script: string): string => {
      const file = path.join(folder, name);
      writeFileSync(file, `#!/bin/sh\n${script}\n`);
      chmodSync(file, 0o755);
      return file;
    };
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('iplan-print-')).length;
    const before = left();
    try {
      assert.deepEqual(await print('<p>', program('slow', 'exec sleep 30'), 100), { error: 'took longer than 0.1 seconds' });
      assert.deepEqual(await print('<p>', program('fails', 'exit 3')), { error: 'ended with the code 3' });
      assert.deepEqual(await print('<p>', program('idle', 'exit 0')), { error: 'has written no PDF' });
      assert.deepEqual(await print('<p>', path.join(folder, 'none')), { error: 'could not be started (ENOENT)' });
      const seen = path.join(folder, 'arguments');
      const copies = program(
        'prints',
        `printf '%s\\n' "$@" > '${seen}'; for a; do case "$a" in --print-to-pdf=*) printf '%%PDF-1.4' > "\${a#*=}";; esac; done`,
      );
      const printed = await print('<p>', copies);
      assert.ok('pdf' in printed && Buffer.from(printed.pdf).toString() === '%PDF-1.4');
      const given = readFileSync(seen, 'utf8').split('\n');
      const profile = given.find((one) => one.startsWith('--user-data-dir='))?.slice(16) ?? '';
      assert.ok(profile.startsWith(tmpdir()) && !existsSync(path.dirname(profile)), 'its profile is its own and gone');
      assert.ok(given.includes('--host-resolver-rules=MAP * ~NOTFOUND'), 'it reaches no network');
      assert.equal(left(), before);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
