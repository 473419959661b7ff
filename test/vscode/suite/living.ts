// The extension as it is, in VS Code as it is, while somebody works in a repository of plans; test/safety/living.test.ts does the same to a
// server alone.
import fc from 'fast-check';
import * as vscode from 'vscode';
import { holds } from '../../holds.ts';
import { becomesFresh, does } from '../../safety/hands.ts';
import { type Deed, deed, repository, type Texts } from '../../safety/repository.ts';
import { FreshServer } from './fresh.ts';
import { VscodeHands } from './hands.ts';
import { saidOf, shownOf } from './shown.ts';
import { env, extension, until } from './workspace.ts';

/** How long VS Code may take until it shows what a server says that is started now, in milliseconds: it looks for news every two seconds. */
const PATIENCE = 15_000;
/** How long new cases are begun in a usual run, in milliseconds. */
const TIME = 15_000;
/** Nothing is to be saved but by the deeds, and no question to be asked. */
const SETTINGS = { 'files.autoSave': 'off', 'editor.unusualLineTerminators': 'off' };

suite('whatever is done to the files of a workspace', () => {
  /** Set when the time is over: what is done then comes to its end. */
  let isOver = false;
  let running: Promise<void> = Promise.resolve();
  let cases = 0;
  let deedsDone = 0;
  const configure = async (isOurs: boolean) => {
    for (const [name, value] of Object.entries(SETTINGS))
      await vscode.workspace.getConfiguration().update(name, isOurs ? value : undefined, vscode.ConfigurationTarget.Global);
  };
  suiteSetup(async () => {
    await extension();
    await configure(true);
  });
  suiteTeardown(async () => {
    isOver = true;
    await running.catch(() => {});
    await FreshServer.endLast();
    await configure(false);
  });

  const isFresh = (hands: VscodeHands) =>
    becomesFresh(
      () => saidOf(hands),
      () => shownOf(hands),
      PATIENCE,
      () => hands.texts(),
    );
  const lives = async (texts: Texts, deeds: readonly Deed[]): Promise<void> => {
    const hands = await VscodeHands.in(`living-${++cases}`, texts);
    try {
      await isFresh(hands);
      for (const one of deeds) {
        if (isOver) return;
        await does(hands, one);
        await isFresh(hands);
        deedsDone++;
      }
    } finally {
      await hands.end();
    }
  };

  test('a folder that others put there is read with all that is in it, though VS Code tells of the folder alone', async () => {
    const hands = await VscodeHands.in('come', {});
    try {
      await hands.finds({ 'office/deep/plan.iplan': 'plan office "Office plan" { level local }\n', 'office/deep/work.iplan': 'sector work "Work" {}\n' });
      await until('the plan', async () => (JSON.stringify(await shownOf(hands)).includes('Office plan') ? true : undefined));
      await isFresh(hands);
    } finally {
      await hands.end();
    }
  });

  test('VS Code shows what a server says that is started then', async function () {
    const ms = Number(env('IPLAN_MS') ?? TIME);
    this.timeout(ms + 6 * PATIENCE);
    const run = (texts: Texts, deeds: readonly Deed[]): Promise<void> => {
      running = lives(texts, deeds);
      return running;
    };
    const { numRuns, seed } = await holds('repository-in-vscode', fc.asyncProperty(repository, fc.array(deed, { minLength: 1, maxLength: 8 }), run), 3, ms);
    console.log(`[iplan-test]     seed ${seed}: ${deedsDone} deeds, ${numRuns} repositories to their end`);
  });
});
