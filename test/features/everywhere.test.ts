// Every provider at every place of every example, and of examples in which something is broken. A sample of the places is asked about by
// `npm test`; IPLAN_EVERYWHERE=1 asks about all of them, which takes about a quarter of an hour; IPLAN_EVERYWHERE=2/8 about the second of eight parts.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSettings } from '../../server/src/config/settings.ts';
import { Linter } from '../../server/src/lint.ts';
import { sourceFile, type Workspace } from '../../server/src/model/workspace.ts';
import { reparse } from '../../server/src/syntax/parse.ts';
import { apply, changes } from '../text.ts';
import { answersAt, answersFrom, answersOf } from './answers.ts';
import { exampleWorkspaces } from './examples.ts';

const TODAY = '2026-06-30';
const SETTINGS = defaultSettings(TODAY, 'thorough');
const MUTATED = 1000;
const given = process.env.IPLAN_EVERYWHERE;
const [part = 1, parts = 1] = (given ?? '').split('/').flatMap((number) => (Number(number) > 0 ? [Number(number)] : []));
/** Of how many places one is asked about; every file begins with another, so that all kinds of places come up. */
const STEP = given === undefined ? 797 : 1;
const FILES = given === undefined ? 25 : 1;

describe('every provider', () => {
  const files = exampleWorkspaces(TODAY).flatMap((workspace) =>
    [...workspace.files.values()].filter((file) => !file.library).map(({ uri }) => ({ workspace, uri })),
  );
  const mine = (i: number) => i % parts === part - 1;

  /** How many places were asked about. */
  function ask(there: Workspace, uri: string, first: number): number {
    const { tree } = there.files.get(uri)!;
    const asking = { workspace: there, uri, found: new Linter().diagnose(there, uri, () => SETTINGS), done: new Set<string>() };
    let asked = 0;
    let line = -1;
    const at = (what: string, how: () => void) => {
      try {
        how();
      } catch (error) {
        throw new Error(`${what} of ${uri}:\n${tree.text}`, { cause: error });
      }
    };
    at('The whole', () => answersOf(asking));
    for (let offset = first % STEP; offset <= tree.length; offset += STEP, asked++) {
      const position = tree.positionAt(offset);
      if (position.line !== line) at(`Line ${position.line}`, () => answersFrom(asking, position));
      line = position.line;
      at(`Offset ${offset}`, () => answersAt(asking, position));
    }
    return asked;
  }

  it('answers at every place of every example', () => {
    let asked = 0;
    for (const [i, { workspace, uri }] of files.entries()) if (mine(i)) asked += ask(workspace, uri, i * 31);
    assert.ok(asked > 100);
    if (given !== undefined) console.log(`      ${asked} places in ${files.length} files`);
  }).timeout(10_000_000);

  it(`answers at every place of ${MUTATED} broken examples`, () => {
    let asked = 0;
    for (const [i, edits] of fc.sample(changes(4), { numRuns: MUTATED, seed: 4 }).entries()) {
      if (!mine(i) || i % FILES !== 0) continue;
      const { workspace, uri } = files[(i * 7) % files.length]!;
      let { tree } = workspace.files.get(uri)!;
      for (const change of edits) tree = reparse(tree, apply(tree.text, change));
      asked += ask(workspace.with([[uri, sourceFile(uri, tree)]]), uri, i * 31);
    }
    assert.ok(asked > 10);
    if (given !== undefined) console.log(`      ${asked} places in ${MUTATED} files`);
  }).timeout(10_000_000);
});
