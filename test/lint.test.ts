import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSettings } from '../server/src/config/settings.ts';
import { Linter } from '../server/src/lint.ts';
import type { Scope } from '../server/src/model/scope.ts';
import { parseFile, sourceFile, Workspace } from '../server/src/model/workspace.ts';
import { judgeChunk } from '../server/src/rules/run.ts';
import { parse, reparse } from '../server/src/syntax/parse.ts';
import type { Tree } from '../server/src/syntax/tree.ts';
import { holds, RUNS } from './holds.ts';
import { apply, changes, SAMPLE } from './text.ts';

const FILES = new Map([
  [
    'file:///w/state/plan.iplan',
    'plan state "State plan" { level national; period 2020 to 2030; status adopted }\nactor agency "Agency" { type agency }\nmandate settle "Settle refugees" { from agency; to local; force must }\nfund grant "Grant" { from third.payer; to agency; amount 500 EUR in 2025; period 2025 to 2026; secured yes }\n',
  ],
  // What the town is told by the plan above rests on a third plan.
  ['file:///w/third/plan.iplan', 'plan third "Third" { level national; period 2020 to 2030 }\nactor payer "Payer" { type ministry; active 2020 to 2030 }\n'],
  ['file:///w/town/money.iplan', 'measure course "Course" { lead council; budget 900 EUR from grant; period 2025 to 2028 }\n'],
  ['file:///w/state/groups.iplan', 'group refugees "Refugees" { status refugee }\n'],
  ['file:///w/town/plan.iplan', SAMPLE],
  [
    'file:///w/town/housing.iplan',
    'sector housing "Housing" { field housing; lead council\n  responsibility settling "Settling" { accountable council; fulfils settle; for refugees }\n}\nsector work { lead cross }\n',
  ],
  [
    'file:///w/principles.iplan',
    'framework principles "Principles" {\n  item equal "Equal access" {\n    indicator access "Access" { unit percent; concept origin }\n  }\n}\n',
  ],
  [
    'file:///w/town/measuring.iplan',
    'indicator homes "Homes" { defined by principles.access; baseline 40% on 2024 }\ntarget more-homes "More homes" { measured by principles.access; at least 50% by 2028 }\n',
  ],
]);
const settings = defaultSettings('2026-06-30', 'thorough');

const findings = (workspace: Workspace, linter: Linter) =>
  [...linter.diagnoseAll(workspace, () => settings)].map(([uri, found]) => [uri, found.map(({ fixes: _, about: __, ...d }) => d)]);
/** Who stands where among the others, and in which files. */
const links = ({ scopes }: Workspace) =>
  scopes.list.map((scope) => {
    const { kind, id, files, unclear, ancestors, below, frameworks, ring, successors, twins } = scope;
    assert.ok(scope.all === scopes && files.every(({ uri }) => scopes.byFile.get(uri) === scope));
    const named = [ancestors, below, frameworks, ring, successors, twins].map((some) => some.map((one) => `${scopes.list.indexOf(one)} ${one.id}`));
    return [kind, id, files.map(({ uri }) => uri), unclear, named, scopes.list.indexOf(scopes.byId.get(id) as Scope)];
  });
const fresh = (texts: ReadonlyMap<string, string>) => new Workspace(new Map([...texts].map(([uri, text]) => [uri, parseFile(uri, text)])));

describe('lint', () => {
  it('finds the same after edits as from scratch', async () => {
    const uris = [...FILES.keys()];
    const steps = fc.array(fc.record({ file: fc.nat(uris.length - 1), edits: changes(2), gone: fc.boolean().map((b) => b) }), { minLength: 1, maxLength: 5 });
    await holds(
      'edits-of-many-files',
      fc.property(steps, (list) => {
        const linter = new Linter();
        let workspace = fresh(FILES);
        findings(workspace, linter);
        for (const { file, edits, gone } of list) {
          const uri = uris[file] as string;
          const known = workspace.files.get(uri);
          if (known === undefined) workspace = workspace.with([[uri, parseFile(uri, FILES.get(uri) as string)]]);
          else if (gone && edits.length === 2) workspace = workspace.with([[uri, undefined]]);
          else {
            let tree = known.tree;
            for (const change of edits) tree = reparse(tree, apply(tree.text, change));
            workspace = workspace.with([[uri, sourceFile(uri, tree)]]);
          }
          const texts = new Map([...workspace.files].map(([u, f]) => [u, f.tree.text]));
          assert.deepEqual(links(workspace), links(fresh(texts)));
          assert.deepEqual(new Map(findings(workspace, linter) as never), new Map(findings(fresh(texts), new Linter()) as never));
        }
      }),
      Math.ceil(RUNS / 67),
    );
  }).timeout(300_000);

  it('takes any number of declarations and problems in one chunk', () => {
    for (const line of ['zzz', 'measure m "M"', 'indicator i "I" { defined by a.b }', 'sector s "S" { waive structure/bad-value }']) {
      const uri = 'file:///w/plan.iplan';
      const workspace = fresh(new Map([[uri, `${line}\n`.repeat(150_000)]]));
      assert.ok(workspace.scopeOf(uri) !== undefined);
      new Linter().ofText(workspace, uri, () => settings);
    }
  }).timeout(300_000);

  it('finds the same after letters in values as from scratch', () => {
    const said = (tree: Tree) =>
      tree.chunks.map((chunk) => judgeChunk(chunk, settings).findings.map(({ rule, message, place: { span } }) => [rule, message, span.start, span.end]));
    const found = new Set<unknown>();
    let tree = parse(SAMPLE);
    for (const { index } of SAMPLE.matchAll(/(?<=\w )\w+|(?<=")[^"\n]+/g)) {
      const typed = [...'TODO 1.250 persons '].map((text, i) => ({ span: { start: index + i, end: index + i }, text }));
      const taken = typed.map(({ span: { start } }) => ({ span: { start, end: start + 1 }, text: '' })).reverse();
      for (const edit of [...typed, ...taken]) {
        said(tree);
        tree = reparse(tree, edit);
        const now = said(tree);
        assert.deepEqual(now, said(parse(tree.text)));
        for (const [rule] of now.flat()) found.add(rule);
      }
    }
    assert.equal(tree.text, SAMPLE);
    for (const rule of ['structure/placeholder-left', 'structure/ambiguous-number', 'structure/bad-value']) assert.ok(found.has(rule), rule);
  }).timeout(300_000);

  it('says of a statement that cannot be read whole only that, not what it seems to lack', () => {
    for (const [kind, statement] of [
      ['indicator', 'unit percent; baseline 48% on 2024-02-30'],
      ['target', 'at least 60% by 2028-13-01'],
      ['target', 'at least 60% by 2028; milestone at least 55% by 2027-00'],
    ]) {
      const workspace = fresh(new Map([['file:///w/town/plan.iplan', `${SAMPLE}\n${kind} one "One" { ${statement} }\n`]]));
      const found = findings(workspace, new Linter()).flatMap(([, list]) => list as { rule: string; message: string }[]);
      assert.deepEqual(
        found.filter(({ message }) => /has no date|by when/.test(message)).map(({ message }) => message),
        [],
      );
      assert.ok(found.some(({ rule }) => rule === 'structure/bad-value'));
    }
  });

  it('says of a budget that cannot be read only that, not that the money of the duty is left', () => {
    const duty = 'actor state "State" { type government }\nfund grant "Grant" { from state }\nmandate house "House" { from state; to local; funding grant }\n';
    const saying = (budget: string) => {
      const text = `plan town "Town" { level local; period 2025 to 2028 }\n${duty}responsibility homes "Homes" { fulfils house; budget ${budget} }\n`;
      return findings(fresh(new Map([['file:///w/town/plan.iplan', text]])), new Linter()).flatMap(([, list]) =>
        (list as { rule: string }[]).map(({ rule }) => rule),
      );
    };
    assert.ok(saying('500 EUR').includes('funding/earmark-unused'));
    const broken = saying('TODO 500 EUR from grant');
    assert.ok(broken.includes('structure/bad-value') && !broken.includes('funding/earmark-unused'));
  });

  it('takes a plan over as it was when another plan changes that it does not name', () => {
    const before = fresh(new Map([...FILES, ['file:///w/other/plan.iplan', 'plan other "Other" { level local; period 2025 }\n']]));
    const town = before.scopeOf('file:///w/town/plan.iplan');
    const after = before.with([['file:///w/town/plan.iplan', parseFile('file:///w/town/plan.iplan', SAMPLE)]]);
    assert.notEqual(after.scopeOf('file:///w/town/plan.iplan'), town);
    assert.equal(after.scopeOf('file:///w/principles.iplan')?.declarations, before.scopeOf('file:///w/principles.iplan')?.declarations);
  });

  it('finds the same when what the plan above says rests on a third plan that changes', () => {
    const linter = new Linter();
    const paid = ['a', 'b', 'c', 'd'].map((id) => `measure ${id} "M ${id}" { lead office; budget 900 EUR from grant }\n`).join('');
    const files = new Map([
      ...FILES,
      ['file:///w/town/plan.iplan', `plan town "Town" { level local; period 2025 to 2028; under state }\nactor office "Office" { type department }\n${paid}`],
    ]);
    for (const uri of ['file:///w/town/money.iplan', 'file:///w/town/housing.iplan', 'file:///w/town/measuring.iplan']) files.delete(uri);
    let workspace = fresh(files);
    const said = [...linter.diagnoseAll(workspace, () => settings).values()].flat().map(({ message }) => message);
    assert.ok(said.some((message) => message.includes('comes from actor "Payer')));
    const uri = 'file:///w/third/plan.iplan';
    for (const text of [
      'plan third "Third" { level national; period 2020 to 2030 }\nactor payer "Treasury" { type ministry; active 2020 to 2024 }\n',
      'plan third "Third" { level national; period 2020 to 2030 }\n',
      'plan third "Third" { level national; period 2020 to 2030 }\npartner payer "Foundation" { type ngo }\n',
      files.get(uri) as string,
    ]) {
      workspace = workspace.with([[uri, parseFile(uri, text)]]);
      assert.deepEqual(findings(workspace, linter), findings(fresh(new Map([...files, [uri, text]])), new Linter()));
    }
  });
});
