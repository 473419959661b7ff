// Twenty files of different layouts and languages. The truth about each was written down by hand: a statement more or less, and it fails.
import assert from 'node:assert/strict';
import { parse as parseCsv } from 'csv-parse/sync';
import { planOf } from '../../server/src/imports/plan.ts';
import { textIn } from '../../server/src/imports/read/decode.ts';
import { open } from '../../server/src/imports/read/open.ts';
import { reportOf } from '../../server/src/imports/report.ts';
import type { Declaration } from '../../server/src/model/declaration.ts';
import { markdownText } from '../../server/src/reports/escape.ts';
import type { Column } from '../../server/src/words/headings.ts';
import { folded } from '../../server/src/words/languages.ts';
import { all, type Element, readXml, words } from '../reports/read.ts';
import { EXAMPLES, type Example } from './layouts.ts';
import { factsOf, truthOf, workspaceOf } from './truth.ts';
import { contents } from './unzip.ts';

const TODAY = '2026-01-15';

async function imported({ bytes, file }: Example, map: readonly string[] = []) {
  const source = await open(await bytes(), file);
  const mapping = new Map(map.map((pair) => pair.split('=') as [string, Column]).map(([heading, column]) => [folded(heading), column] as const));
  return { source, plan: planOf([source], { today: TODAY, mapping }) };
}

describe('files of planners', () => {
  for (const example of EXAMPLES) {
    describe(example.file, () => {
      it(`${example.about}: the plan says what was written down by hand`, async () => {
        const { plan } = await imported(example, example.map);
        assert.deepEqual(factsOf(plan.files), truthOf(example.file));
      });

      it('has everything in the plan or in the report, by another reader’s count', async () => {
        const { source, plan } = await imported(example, example.map);
        const { ledger } = plan;
        const { all: pieces, taken, left } = ledger.count();
        assert.equal(pieces, await piecesBy(example));
        assert.equal(taken + left, pieces);
        const text = spaced(plan.files.map((file) => file.text).join('\n'));
        const report = reportOf(plan, [source]);
        for (const [, piece] of ledger.pieces) {
          const fate = ledger.fateOf(piece);
          if ('in' in fate) {
            assert.ok(text.includes(` ${fate.in} `), `${piece.text}: nothing is called ${fate.in}`);
            for (const line of fate.as.split('\n')) assert.ok(text.includes(spaced(line)), `${piece.text} is not there as ${line}`);
          } else assert.ok(report.includes(markdownText(piece.text)) && report.includes(markdownText(fate.left)), `${piece.text} is not in the report`);
        }
      });

      it('becomes a plan without a mistake in its text', async () => {
        const { plan } = await imported(example, example.map);
        const workspace = workspaceOf(plan.files);
        for (const file of workspace.files.values())
          assert.deepEqual(
            file.readings.flatMap(({ problems }) => problems.map(({ message }) => message)),
            [],
            file.uri,
          );
        const scope = workspace.scopes.list.find((one) => one.kind === 'plan');
        assert.deepEqual([...(scope?.duplicates.keys() ?? [])], []);
        for (const one of scope?.declarations ?? [])
          for (const ref of (one as Declaration).facts.flatMap(({ refs, tbd }) => (tbd === undefined ? refs : [])))
            assert.ok(scope?.find(ref) !== undefined, `${one.id} names ${ref.name}`);
      });
    });
  }

  it('are recognised without --map in at least 17 of 20', async () => {
    const known = await Promise.all(EXAMPLES.map(async (example) => isTrue(factsOf((await imported(example)).plan.files), truthOf(example.file))));
    assert.equal(EXAMPLES.length, 20);
    assert.ok(known.filter(Boolean).length >= 17, `${known.filter(Boolean).length} of 20`);
  });

  it('are read the same way each time', async () => {
    for (const example of EXAMPLES.slice(0, 4)) assert.deepEqual((await imported(example)).plan.files, (await imported(example)).plan.files);
  });
});

const isTrue = (facts: readonly string[], truth: readonly string[]): boolean => facts.join('\n') === truth.join('\n');
const spaced = (text: string): string => text.replace(/["\\]/g, '').replace(/\s+/g, ' ').trim();

/** How many cells, headings and paragraphs hold something, counted by a reader that is not ours. */
async function piecesBy({ file, bytes }: Example): Promise<number> {
  const raw = await bytes();
  if (file.endsWith('.csv') || file.endsWith('.tsv')) {
    const text = textIn(raw);
    const delimiter = file.endsWith('.tsv') ? '\t' : /;/.test(text.split('\n')[2] ?? '') ? ';' : ',';
    const records = parseCsv(text, { delimiter, relax_column_count: true, bom: true }) as string[][];
    return records.flat().filter((cell) => cell.trim() !== '').length;
  }
  if (file.endsWith('.md')) {
    const lines = new TextDecoder()
      .decode(raw)
      .split('\n')
      .filter((line) => line.trim() !== '' && !/^[|\s-]+$/.test(line));
    return lines.reduce((sum, line) => sum + (line.startsWith('|') ? line.split('|').filter((cell) => cell.trim() !== '').length : 1), 0);
  }
  const parts = contents(raw);
  if (file.endsWith('.xlsx')) {
    const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    return sheets.flatMap(([, xml]) => all(readXml(xml), 'c')).filter((cell) => words(cell).trim() !== '').length;
  }
  const body = all(readXml(parts.get('word/document.xml') ?? ''), 'w:body')[0] as Element;
  const filled = (elements: readonly Element[]) => elements.filter((one) => all(one, 'w:t').some((text) => text.text.trim() !== '')).length;
  return filled(body.children.filter(({ name }) => name === 'w:p')) + filled(all(body, 'w:tc'));
}
