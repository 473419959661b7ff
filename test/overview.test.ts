import assert from 'node:assert/strict';
import type { Branch, NewPlanResult, PlanChoices, PlanState } from '../client/src/messages.ts';
import * as messages from '../client/src/messages.ts';
import { RULES } from '../server/src/rules/rules.ts';
import { Editor, MadeUpFiles, until } from './editor.ts';

const TOWN = 'file:///w/town/plan.iplan';
const FILES = {
  [TOWN]: 'plan town "Town plan" { level local; period 2025 to 2028; status adopted }\nactor council "Town council" { type council }\n',
  'file:///w/town/work.iplan': 'sector work "Work" {\n  measure cafe "Job café" { lead offise }\n}\n',
};

describe('what the extension asks beyond the protocol', () => {
  let editor: Editor;
  let files: MadeUpFiles;
  const started = async (kind?: Parameters<Editor['start']>[0]) => {
    files = new MadeUpFiles(FILES);
    editor = Editor.inProcess(files);
    await editor.start(kind);
  };
  const ask = <R>(method: string, params: object = {}): Promise<R> => editor.connection.sendRequest<R>(method, params);
  afterEach(() => editor.end());

  it('goes down the tree of plans, and follows what is typed', async () => {
    await started();
    const [level] = await ask<Branch[]>(messages.planTree);
    const [plan] = await ask<Branch[]>(messages.planTree, { parent: level?.id });
    const [sector] = await ask<Branch[]>(messages.planTree, { parent: plan?.id });
    assert.deepEqual([level?.label, plan?.label, sector?.label], ['Local', 'Town plan', 'Work']);
    await editor.open(TOWN, FILES[TOWN] as string);
    await editor.edit(TOWN, { line: 2, character: 0 }, { line: 2, character: 0 }, 'fund grant "Grant" { amount 100 EUR }\n');
    const kinds = await ask<Branch[]>(messages.planTree, { parent: plan?.id });
    assert.deepEqual(
      kinds.map(({ label }) => label),
      ['Work', 'Actors', 'Funds'],
    );
    assert.equal(kinds[0]?.id, sector?.id);
  });

  it('groups the findings, and says why a plan is judged as it is', async () => {
    await started({ settings: { profile: 'essential', asOf: '2026-06-30' } });
    const groups = await ask<Branch[]>(messages.findings, { by: 'rule' });
    const unknown = groups.find(({ rule }) => rule === 'names/unknown-name');
    const [finding] = await ask<Branch[]>(messages.findings, { by: 'rule', parent: unknown?.id });
    assert.equal(finding?.place?.uri, 'file:///w/town/work.iplan');
    const state = await ask<PlanState>(messages.planState, { uri: TOWN });
    assert.equal(state.plan, 'Town plan');
    assert.equal(state.profile, 'essential');
    // That newcomers have no say weighs less where a plan names no group of them.
    assert.deepEqual(state.counts, { error: 3, warning: 1, information: 0 });
    assert.ok(state.why.some((line) => line.includes('2026-06-30')));
  });

  it('leads from the code of a finding to the page of its rule, where the editor can show it', async () => {
    await started({ initializationOptions: { rulePages: 'iplan-rule:/' } });
    const uri = 'file:///w/town/work.iplan';
    await editor.open(uri, FILES[uri] as string);
    const report = await editor.pull(uri);
    assert.ok(report.kind === 'full');
    const problem = report.items.find(({ code }) => code === 'names/unknown-name');
    assert.equal(problem?.codeDescription?.href, 'iplan-rule:/names/unknown-name.md');
    const page = await ask<string>(messages.rulePage, { rule: 'names/unknown-name' });
    assert.match(page, /^# names\/unknown-name\n[\s\S]*## Why\n/);
    assert.equal(await ask(messages.rulePage, { rule: 'no/rule' }), null);
    assert.equal((await ask<unknown[]>(messages.rules)).length, RULES.length);
  });

  it('leads nowhere for an editor that shows no pages', async () => {
    await started();
    const report = await editor.pull('file:///w/town/work.iplan');
    assert.ok(report.kind === 'full' && report.items.length > 0 && report.items.every(({ codeDescription }) => codeDescription === undefined));
  });

  it('offers what to choose from for a new plan, and its files', async () => {
    await started();
    const { plans, levels } = await ask<PlanChoices>(messages.planChoices);
    assert.deepEqual(plans, [{ id: 'town', title: 'Town plan', levels: ['local'] }]);
    const wish = { level: levels.at(-1), name: 'Town', country: 'NO', period: '2027 to 2030', frameworks: [], fields: ['housing'] };
    const made = await ask<NewPlanResult>(messages.newPlan, wish);
    assert.equal(made.folder, 'town-2');
    assert.deepEqual(
      made.files.map(({ path }) => path),
      ['plan.iplan', 'actors.iplan', 'people.iplan', 'sectors/housing.iplan'],
    );
  });

  it('finds at a recheck what nobody has told of: files that came, changed and went', async () => {
    await started();
    const [, work] = Object.keys(FILES) as [string, string];
    assert.ok((await editor.rules(work)).includes('names/unknown-name'));
    files.texts.set(TOWN, `${FILES[TOWN]}actor offise "Office" { type department }\n`);
    files.texts.set('file:///w/town/more.iplan', 'nonsense\n');
    assert.ok((await editor.rules(work)).includes('names/unknown-name'), 'nothing was told yet');
    assert.deepEqual(await editor.connection.sendRequest(messages.recheck), { files: 3 }, 'parameters may be left out');
    assert.ok(!(await editor.rules(work)).includes('names/unknown-name'));
    assert.ok((await editor.rules('file:///w/town/more.iplan')).includes('structure/unknown-statement'));
    files.texts.delete('file:///w/town/more.iplan');
    await ask(messages.recheck);
    assert.deepEqual(await editor.rules('file:///w/town/more.iplan'), []);
  });

  it('tells everything again after a recheck, also what is as it was, and keeps what is not saved', async () => {
    await started();
    await editor.open(TOWN, FILES[TOWN] as string);
    await editor.edit(TOWN, { line: 0, character: 0 }, { line: 0, character: 0 }, 'nonsense\n');
    const before = await editor.pull(TOWN);
    assert.ok(before.kind === 'full' && before.items.some(({ code }) => code === 'structure/unknown-statement'));
    const refreshes = editor.refreshes;
    await ask(messages.recheck);
    await until('refresh', () => editor.refreshes > refreshes);
    const after = await editor.pull(TOWN, before.resultId);
    assert.ok(after.kind === 'full');
    assert.deepEqual(after.items, before.items);
  });

  it('shows work that takes long, with how far it has come, and none that does not', async () => {
    await started();
    await editor.rules(TOWN);
    assert.equal(editor.progress.length, 0);
    files.slowly = 60;
    for (let i = 0; i < 100; i++) files.texts.set(`file:///w/many/${i}.iplan`, '');
    await ask(messages.recheck);
    await until('end of the work', () => editor.progress.some(({ kind }) => kind === 'end'));
    assert.equal(editor.progress[0]?.title, 'Rechecking plans');
    const steps = editor.progress.filter(({ kind }) => kind === 'report').map(({ percentage }) => percentage as number);
    assert.ok(steps.length > 0 && steps.every((step) => step > 0 && step <= 100), String(steps));
  });
});
