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
import { env, extension } from './workspace.ts';

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

  const lives = async (texts: Texts, deeds: readonly Deed[]): Promise<void> => {
    const hands = new VscodeHands(`living-${++cases}`, texts);
    const isFresh = () =>
      becomesFresh(
        () => saidOf(hands),
        () => shownOf(hands),
        PATIENCE,
        () => hands.texts(),
      );
    try {
      await isFresh();
      for (const one of deeds) {
        if (isOver) return;
        await does(hands, one);
        await isFresh();
      }
    } finally {
      await hands.end();
    }
  };

  test('VS Code shows what a server says that is started then', async function () {
    const ms = Number(env('IPLAN_MS') ?? TIME);
    this.timeout(ms + 6 * PATIENCE);
    const run = (texts: Texts, deeds: readonly Deed[]): Promise<void> => {
      running = lives(texts, deeds);
      return running;
    };
    const { numRuns, seed } = await holds('repository-in-vscode', fc.asyncProperty(repository, fc.array(deed, { minLength: 1, maxLength: 8 }), run), 3, ms);
    console.log(`[iplan-test]     seed ${seed}, ${numRuns} repositories`);
  });
});
