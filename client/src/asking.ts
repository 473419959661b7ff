// How everything in the extension asks the server: whoever asks need not know whether it runs, or has been started again.
import { EventEmitter } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

let asked: BaseLanguageClient | undefined;
const answering = new EventEmitter<void>();

/** Fires when a server has been started, and knows nothing yet of what was asked before. */
export const onServerStarted = answering.event;

let silent = false;
const silence = new EventEmitter<void>();
/** Whether the server lives and does not answer. */
export const isServerSilent = (): boolean => silent;
/** Fires when the server has stopped answering, and when it answers again or there is another one. */
export const onServerSilent = silence.event;

export function serverIsSilent(now: boolean): void {
  if (silent === now) return;
  silent = now;
  silence.fire();
}

export function askServer(client: BaseLanguageClient | undefined): void {
  asked = client;
  serverIsSilent(false);
  if (client !== undefined) answering.fire();
}

/** The answer of the server; nothing where there is no server, or it fails. */
export async function ask<R>(method: string, params: object = {}): Promise<R | undefined> {
  try {
    return (await asked?.sendRequest<R | null>(method, params)) ?? undefined;
  } catch {
    return undefined;
  }
}
