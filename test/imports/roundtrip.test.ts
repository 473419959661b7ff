// What `iplan report` writes comes back as the same plan: from data formats word for word, from documents but for what docs/formats.md
// says: no more, and no less. After a wanted change, IPLAN_ROUNDTRIP=1 UPDATE_GOLDEN=1 npm run unit writes the lists anew.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from '../../server/src/host/load.ts';
import type { Dossier } from '../../server/src/reports/plan/format.ts';
import { dossierIn, dossierOf, PLAN } from '../reports/read.ts';
import { FORMATS, lostIn, wholeOf } from './roundtrip.ts';

const root = path.join(import.meta.dirname, '../..');
const page = path.join(root, 'docs/formats.md');
const TODAY = '2026-01-15';
/** The formats that carry the whole plan. */
const WHOLE = ['JSON', 'CSV package', 'XLSX'];
/** Every so many of the examples is enough to find what a document loses anew; IPLAN_ROUNDTRIP=1 takes all of them, and asks for the very lists. */
const STEP = Number(process.env.IPLAN_ROUNDTRIP ?? 15);

describe('the round trip', () => {
  const { workspace } = load([path.join(root, 'examples')], { today: TODAY });
  const plans = workspace.scopes.list.filter((scope) => scope.kind === 'plan');
  const all = plans.map((scope) => dossierIn(workspace, scope.files[0]?.uri ?? '', TODAY));
  const chosen = plans.flatMap((scope, i) => (i % STEP === 0 || scope.files[0]?.uri.includes('model-municipality') ? [all[i] as Dossier] : []));
  const dossiers = [dossierOf(PLAN), ...chosen];

  for (const format of WHOLE)
    it(`over ${format} loses nothing of any example`, async () => {
      for (const dossier of [dossierOf(PLAN), ...all]) {
        const { lost, added, kept, back } = await lostIn(format, dossier, wholeOf);
        const { scope } = dossier;
        assert.ok(kept > 0);
        assert.deepEqual([...lost, ...added], [], scope.id);
        assert.deepEqual([...back.doubts, ...back.questions, ...back.guesses], [], scope.id);
        const count = back.ledger.count();
        assert.equal(count.taken + count.left, count.all);
      }
    }).timeout(600_000);

  for (const format of Object.keys(FORMATS).filter((name) => !WHOLE.includes(name)))
    it(`over ${format} loses no more than the page of formats says`, async () => {
      const [lost, added] = [new Set<string>(), new Set<string>()];
      let kept = 0;
      for (const dossier of dossiers) {
        const found = await lostIn(format, dossier);
        for (const what of found.lost.keys()) lost.add(what);
        for (const what of found.added.keys()) added.add(what);
        kept += found.kept;
        const { all, taken, left } = found.back.ledger.count();
        assert.equal(taken + left, all);
      }
      assert.ok(kept > 0);
      if (process.env.UPDATE_GOLDEN)
        writeFileSync(page, withList(withList(readFileSync(page, 'utf8'), `${format} loses`, lost), `${format} words anew`, added));
      const text = readFileSync(page, 'utf8');
      for (const [found, list] of [
        [lost, listIn(text, `${format} loses`)],
        [added, listIn(text, `${format} words anew`)],
      ] as const)
        if (STEP === 1) assert.deepEqual([...found].sort(), list);
        else
          assert.deepEqual(
            [...found].filter((what) => !list.includes(what)),
            [],
          );
    }).timeout(600_000);
});

const pattern = (name: string) => new RegExp(`(<!-- ${name} -->\n)([\\s\\S]*?)(<!-- end -->)`);

/** `measure: budget, period` a line for each kind; the kind alone where the declaration itself is gone. */
function withList(text: string, name: string, found: ReadonlySet<string>): string {
  const kinds = Map.groupBy([...found].sort(), (what) => what.split(' ')[0] as string);
  const lines = [...kinds].map(
    ([kind, whats]) => `- \`${kind}\`: ${whats.map((what) => (what === kind ? 'itself' : `\`${what.slice(kind.length + 1)}\``)).join(', ')}\n`,
  );
  return text.replace(pattern(name), (_, start: string, __, end: string) => `${start}${lines.join('')}${end}`);
}

function listIn(text: string, name: string): readonly string[] {
  const lines = (pattern(name).exec(text)?.[2] ?? '').split('\n').filter((line) => line !== '');
  return lines
    .flatMap((line) => {
      const [, kind = '', rest = ''] = /^- `([\w-]+)`: (.*)$/.exec(line) ?? [];
      return rest.split(', ').map((one) => (one === 'itself' ? kind : `${kind} ${one.replaceAll('`', '')}`));
    })
    .sort();
}
