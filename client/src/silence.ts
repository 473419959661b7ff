// A server that hangs: its process lives, but nothing is answered. That is told once, with a way to start it anew.
import { CancellationError, commands, window } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { say } from '../../server/src/text/say.ts';
import { serverIsSilent } from './asking.ts';
import { alive } from './messages.ts';

/** How long an answer may take until the server is asked whether it is there, and how long it may take to say so, in milliseconds. */
const PATIENCE = 5000;
/** The question that the server is meant to leave open, until there is news of the workspace. */
const LEFT_OPEN = 'workspace/diagnostic';

/** Ends what was asked and has not been answered, by the question. */
const unanswered = new Set<(reason: Error) => void>();

/** Withdraws every question that has not been answered: a server that hung never would, and whoever waits for it would wait for ever. */
export function giveUp(): void {
  for (const end of unanswered) end(new CancellationError());
}

type Asks = NonNullable<Middleware['sendRequest']>;

/**
 * Looks after every question of one client. Whoever has much to do answers late, but says that it is there, since long work gives way;
 * only a server that does not even say that is taken to hang.
 */
export function heedsSilence(): Asks {
  let isAsking = false;
  let wasTold = false;
  const look = async (isThere: () => Promise<unknown>) => {
    if (isAsking) return;
    isAsking = true;
    const late = setTimeout(() => {
      serverIsSilent(true);
      if (!wasTold) void tell();
      wasTold = true;
    }, PATIENCE);
    // An error is an answer too; the end of the server ends the question as well.
    await isThere().catch(() => {});
    clearTimeout(late);
    serverIsSilent(false);
    isAsking = false;
  };
  const asks: Asks = (type, params, token, next) =>
    new Promise((resolve, reject) => {
      const isLeftOpen = (typeof type === 'string' ? type : type.method) === LEFT_OPEN;
      const looking = isLeftOpen ? undefined : setInterval(() => look(() => next(alive)), PATIENCE);
      const end = (reason: unknown) => {
        clearInterval(looking);
        unanswered.delete(end);
        reject(reason);
      };
      unanswered.add(end);
      next(type, params, token)
        .then(resolve, reject)
        .finally(() => end(undefined));
    });
  return asks;
}

async function tell(): Promise<void> {
  const [anew, output] = [say`Start It Again`, say`Show Output`];
  const seconds = (2 * PATIENCE) / 1000;
  const choice = await window.showWarningMessage(say`The language server for integration plans has not answered for ${seconds} seconds.`, anew, output);
  if (choice === anew) await commands.executeCommand('iplan.restartServer');
  if (choice === output) await commands.executeCommand('iplan.showOutput');
}
