import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSettings } from '../../server/src/config/settings.ts';
import { completion } from '../../server/src/features/completion.ts';
import { definition } from '../../server/src/features/definition.ts';
import { hover } from '../../server/src/features/hover.ts';
import { MARKDOWN } from '../../server/src/features/prose.ts';
import { prepareRename, rename } from '../../server/src/features/rename.ts';
import { tableDiagnoses } from '../../server/src/features/tables.ts';
import { parseFile, Workspace } from '../../server/src/model/workspace.ts';

const TODAY = '2026-06-30';
const PLAN = 'file:///w/plan.iplan';
const TABLE = 'file:///w/data.csv';
const FILES = new Map([
  [
    PLAN,
    parseFile(PLAN, 'plan town "Town" { level local }\ngroup women "Women" { kind newcomers }\nindicator jobs "Jobs" { unit percent; data "data.csv" }\n'),
  ],
]);
const ABILITIES = { snippets: true, insertReplace: true, labelDetails: true, formats: ['markdown' as const] };
const settings = () => defaultSettings(TODAY, 'recommended');
const found = (text: string) =>
  tableDiagnoses(new Workspace(FILES, undefined, new Map([[TABLE, text]])), TABLE, settings).map(({ message, instead = '', range: { start, end } }) =>
    `${start.line}:${start.character}-${end.line}:${end.character} ${message} ${instead}`.trim(),
  );

describe('data files', () => {
  it('are told of where the mistake stands, whatever separates the cells', () => {
    assert.deepEqual(found('\uFEFFIndicator;Date;Value\r\njobs;2024;"4,x"\r\n'), ['1:11-1:14 Column "value": "4,x" is no number. The other rows are used.']);
    assert.deepEqual(found('indicator,date\njobs,2024\n'), ['0:0-0:14 Column "value": is missing.']);
    assert.deepEqual(found('indicator,date,value\n,2024,40\n'), ['1:0-1:8 Column "indicator": is empty. The other rows are used.']);
    assert.deepEqual(found('indicator,date,value\njobs,2024,40\njobs,2024,41\n'), [
      '2:5-2:9 Column "date": is the same as in row 2, for the same indicator. The other rows are used.',
    ]);
    assert.deepEqual(found('indicator,date,value\njobs,2024,40\njobs,"2025,41\n'), [
      '2:0-2:13 Row 3 has a quotation mark that is never closed. The other rows are used.',
    ]);
  });

  it('answer something for every text and place', () => {
    const piece = fc.constantFrom(
      'indicator',
      'date',
      'value',
      'group',
      'jobs',
      'women',
      '2024',
      '40%',
      ',',
      ',',
      ';',
      '\n',
      '\r\n',
      '"',
      '""',
      ' ',
      '\uFEFF',
      '\t',
      '🧭',
    );
    const place = fc.record({ line: fc.integer({ min: -1, max: 8 }), character: fc.integer({ min: -1, max: 40 }) });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), place, (pieces, headed, position) => {
        const text = (headed ? 'indicator,date,value,group\n' : '') + pieces.join('');
        const workspace = new Workspace(FILES, undefined, new Map([[TABLE, text]]));
        for (const { range } of tableDiagnoses(workspace, TABLE, settings))
          assert.ok(range.start.line < range.end.line || (range.start.line === range.end.line && range.start.character <= range.end.character));
        for (const item of completion(workspace, TABLE, position, true, ABILITIES)) assert.ok(item.textEdit !== undefined);
        hover(workspace, TABLE, position, TODAY, MARKDOWN);
        definition(workspace, TABLE, position);
        prepareRename(workspace, TABLE, position);
        rename(workspace, TABLE, position, 'another', TODAY);
      }),
      { numRuns: Math.ceil(Number(process.env.IPLAN_RUNS ?? 20_000) / 10) },
    );
  });
});
