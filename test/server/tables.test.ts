import assert from 'node:assert/strict';
import type { CompletionList, DocumentDiagnosticReport, Hover, LocationLink, WorkspaceEdit } from 'vscode-languageserver';
import { Editor, MadeUpFiles, until } from '../editor.ts';

const PLAN = 'file:///w/plan.iplan';
const TABLE = 'file:///w/data/jobs.csv';
const TEXT = `plan town "Town" { level local; period 2025 to 2028 }
group women "Women" { kind newcomers }
indicator jobs "In work" { unit percent; baseline 40% on 2023 { men 44% }; data "data/jobs.csv" }
indicator wages "Wages" { unit percent; data "data/jobs.csv" }
indicator other "Other" { unit percent }
`;
const ROWS = 'indicator,date,value,group\njobs,soon,41%,\njbos,2024,40%,women\n';

describe('data files in an editor', () => {
  const labels = ({ items }: CompletionList) => items.map(({ label }) => label);
  const told = (report: DocumentDiagnosticReport) =>
    report.kind === 'full' ? report.items.map(({ message, range: { start, end } }) => `${start.line}:${start.character}-${end.character} ${message}`) : [];

  async function editor(kind: Parameters<Editor['start']>[0] = {}): Promise<Editor> {
    const made = Editor.inProcess(new MadeUpFiles({ [PLAN]: TEXT, [TABLE]: ROWS }));
    await made.start(kind);
    return made;
  }

  it('are told of at their cells, as they are typed, and the plan with them', async () => {
    const made = await editor();
    await made.open(PLAN, TEXT);
    await made.open(TABLE, ROWS);
    assert.deepEqual(told(await made.pull(TABLE)), [
      '1:5-9 Column "date": "soon" is no date such as 2025, 2025-06 or 2025-12-31. The other rows are used.',
      '2:0-4 Column "indicator": "jbos" is no indicator that reads this file. Did you mean "jobs"? The other rows are used.',
    ]);
    /** On a busy machine a plan may be slow to judge; then what is found in it is told when typing rests. */
    const inPlan = async (wanted: number) => {
      for (const end = Date.now() + 3000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
        const found = told(await made.pull(PLAN)).filter((one) => one.includes('data/jobs.csv')).length;
        if (found === wanted) return;
        assert.ok(Date.now() < end, `The plan has ${found} problems with its data and not ${wanted}.`);
      }
    };
    await inPlan(2);
    await made.edit(TABLE, { line: 1, character: 5 }, { line: 1, character: 9 }, '2025');
    await made.edit(TABLE, { line: 2, character: 0 }, { line: 2, character: 4 }, 'jobs');
    assert.deepEqual(told(await made.pull(TABLE)), []);
    await inPlan(0);
    // Closed without saving, it is again what the disk says.
    await made.close(TABLE);
    await inPlan(2);
    await made.end();
  });

  it('are told of to editors that do not ask', async () => {
    const made = await editor({ pulls: false });
    await made.open(TABLE, ROWS);
    await until('problem at its cell', () => made.published.some(({ uri, diagnostics }) => uri === TABLE && diagnostics.length === 2));
    await made.close(TABLE);
    await until('word that nothing is shown of it', () => made.published.findLast(({ uri }) => uri === TABLE)?.diagnostics.length === 0);
    await made.end();
  });

  it('say what their cells may hold, and what they name', async () => {
    const made = await editor();
    const rows = `${ROWS}jobs,2025,1,\n\nwages,2025,"2",""\n`;
    await made.open(TABLE, rows);
    const offered = async (line: number, character: number) => labels(await made.at('completion', TABLE, line, character));
    assert.deepEqual(await offered(2, 2), ['jobs', 'wages']);
    assert.deepEqual(await offered(4, 0), ['jobs', 'wages']);
    assert.deepEqual(await offered(3, 12), ['men', 'women']);
    assert.deepEqual(await offered(3, 8), [], 'figures are not for us to say');
    assert.deepEqual(await offered(0, 22), ['group', 'note']);
    const hover = await made.at<Hover>('hover', TABLE, 1, 2);
    assert.match((hover.contents as { value: string }).value, /^\*\*In work\*\* `indicator jobs`/);
    const [link] = await made.at<LocationLink[]>('definition', TABLE, 2, 15);
    assert.deepEqual([link?.targetUri, link?.targetSelectionRange.start.line], [PLAN, 1]);
    await made.end();
  });

  it('rename with the plan, from either side, also what is typed and not saved', async () => {
    const made = await editor({ rich: true });
    await made.open(TABLE, ROWS.replace('soon', 'sooner'));
    const { documentChanges, changeAnnotations } = await made.at<WorkspaceEdit>('rename', TABLE, 1, 1, { newName: 'in-work' });
    const edits = (documentChanges ?? []).flatMap((change) =>
      'edits' in change ? change.edits.map(({ range }) => `${change.textDocument.uri} ${range.start.line}`) : [],
    );
    assert.deepEqual(edits, [`${PLAN} 2`, `${TABLE} 1`]);
    assert.deepEqual(Object.keys(changeAnnotations ?? {}), ['In data files']);
    const group = await made.at<WorkspaceEdit>('rename', PLAN, 1, 7, { newName: 'all-women' });
    assert.equal(JSON.stringify(group).includes(TABLE), false, 'the row of no indicator is no mention');
    await made.end();
  });

  it('are asked for by their names only where an editor lets them', async () => {
    const dynamicRegistration = true;
    const made = Editor.inProcess(new MadeUpFiles({ [PLAN]: TEXT, [TABLE]: ROWS }));
    const wanted: { method: string; registerOptions: { documentSelector?: unknown } }[] = [];
    made.connection.onRequest('client/registerCapability', ({ registrations }: { registrations: typeof wanted }) => {
      wanted.push(...registrations);
      return null;
    });
    await made.start({ capabilities: { textDocument: { synchronization: { dynamicRegistration }, completion: { dynamicRegistration }, rename: {} } } });
    await until('wish for each', () => wanted.length === 4);
    assert.deepEqual(wanted.map(({ method }) => method.replace('textDocument/', '')).sort(), ['completion', 'didChange', 'didClose', 'didOpen']);
    for (const { registerOptions } of wanted) assert.deepEqual(registerOptions.documentSelector, [{ pattern: '**/*.csv' }]);
    await made.end();
  });
});
