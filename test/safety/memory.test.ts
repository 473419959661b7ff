// What the server needs of memory, and that it needs no more the longer one types. IPLAN_SOAK=1 measures the full size.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderUri, until } from '../editor.ts';
import { SAMPLE } from '../text.ts';
import { Wire } from './wire.ts';

const full = process.env.IPLAN_SOAK !== undefined;
/** Files of ten kilobytes, edits, and the megabytes that may be in use. */
const [FILES, EDITS, MOST] = full ? [1000, 10_000, 250] : [20, 300, 120];

describe('memory', () => {
  it('is enough, and does not grow while somebody types', async function () {
    // There are no such signals on Windows.
    if (process.platform === 'win32') this.skip();
    const folder = mkdtempSync(path.join(tmpdir(), 'iplan-memory-'));
    const body = SAMPLE.slice(SAMPLE.indexOf('sector work'), SAMPLE.indexOf('# Why'));
    for (let i = 0; i < FILES; i++) {
      mkdirSync(path.join(folder, `${i}`));
      const sectors = Array.from({ length: 15 }, (_, n) =>
        body.replaceAll(/\b(work|cafe|jobs|in-work)\b/g, `$1-${n}`).replace(`field work-${n}`, 'field work'),
      );
      writeFileSync(path.join(folder, `${i}/plan.iplan`), SAMPLE.replace('plan town', `plan town-${i}`) + sectors.join(''));
    }
    const wire = await new Wire([
      '--expose-gc',
      '--max-old-space-size=512',
      '--import',
      pathToFileURL(path.join(import.meta.dirname, 'memory-probe.mjs')).href,
    ]).start([folderUri(folder)]);
    const used = async (): Promise<number> => {
      const before = wire.errors.length;
      wire.child.kill('SIGUSR2');
      await until('measure', () => wire.errors.length > before && wire.errors.endsWith('\n'), 60_000);
      return Number(wire.errors.slice(before));
    };
    const uri = `${folderUri(folder)}/0/plan.iplan`;
    // What stands above its lines asks of all plans where they name what stands in this one.
    const look = async () => {
      for (const what of ['diagnostic', 'codeLens']) await wire.ask(`textDocument/${what}`, { textDocument: { uri } }, 300_000);
    };
    const types = async (edits: number) => {
      for (let i = 0; i < edits; i++) {
        const [line, text] = [2 + (i % 200), i % 2 === 0 ? 'x' : ''];
        const range = { start: { line: i % 2 === 0 ? line : line - 1, character: 0 }, end: { line: i % 2 === 0 ? line : line - 1, character: i % 2 } };
        wire.tell('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: [{ range, text }] });
        if (i % 50 === 0) await look();
        wire.heard.length = 0;
      }
      await look();
    };
    let version = 1;
    try {
      wire.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'iplan', version, text: SAMPLE + body.repeat(10) } });
      await wire.ask('iplan/recheck', null, 300_000);
      await types(100);
      const before = await used();
      await types(EDITS);
      const after = await used();
      if (full) console.log(`held memory: ${EDITS} cases, ${before.toFixed(0)} MB, then ${after.toFixed(0)} MB`);
      assert.ok(before <= MOST, `${before.toFixed(0)} MB`);
      assert.ok(after <= before * 1.05 + (full ? 0 : 3), `${before.toFixed(1)} MB, after ${EDITS} edits ${after.toFixed(1)} MB`);
    } finally {
      await wire.end();
      rmSync(folder, { recursive: true, force: true });
    }
  }).timeout(full ? 900_000 : 120_000);
});
