// What the suites share: waiting with a limit, the plans of the workspace, and the problems the extension shows.
import * as vscode from 'vscode';

/** Which host the tests were bundled for. */
declare const __HOST__: 'node' | 'web';
export const host = __HOST__;

/** What the suites are told by the environment; a browser has none. */
export const env = (name: string): string | undefined => (host === 'web' ? undefined : process.env[name]);

/** Asks again until there is an answer; fails with the sentence after the limit. */
export async function until<T>(what: string, ask: () => T | undefined | Promise<T | undefined>, ms = 25_000): Promise<T> {
  for (const end = Date.now() + ms; ; ) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${ms / 1000} s in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function expect(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence);
}

/** A place in the text of one plan, found by what is written there. */
export interface Place {
  readonly document: vscode.TextDocument;
  readonly match: RegExpExecArray;
  /** Where the capture group of this name begins. */
  at(group: string): vscode.Position;
}

/** The first place in any plan of the workspace that the pattern matches; it must have the flag `d`. */
export async function findPlace(pattern: RegExp): Promise<Place> {
  const files = await vscode.workspace.findFiles('**/*.iplan');
  for (const file of files.sort((a, b) => a.path.localeCompare(b.path))) {
    const document = await vscode.workspace.openTextDocument(file);
    const match = pattern.exec(document.getText());
    if (!match) continue;
    return { document, match, at: (group) => document.positionAt(match.indices!.groups![group]![0]) };
  }
  throw new Error(`No plan of the workspace has ${pattern}.`);
}

/** The problems that the extension shows for a document and whose rule is as asked. */
export function problems(document: vscode.TextDocument, rule: RegExp): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((problem) => problem.source === 'iplan' && rule.test(ruleOf(problem)));
}

const ruleOf = ({ code }: vscode.Diagnostic) => String(typeof code === 'object' ? code.value : (code ?? ''));

export async function edit(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, range, text);
  expect(await vscode.workspace.applyEdit(change), `The edit of ${document.uri} was refused.`);
}

/** What the suites look at of what the extension shows to others. */
interface Seen {
  readonly host: string;
  readonly isSilent: () => boolean;
}

/** The extension under test, once its activation events have started it. It is never started from here. */
export async function extension(): Promise<vscode.Extension<Seen>> {
  const found = vscode.extensions.getExtension<Seen>('iplan.iplan');
  expect(found, 'The extension is not there.');
  return until('the extension to start by itself', () => (found.isActive ? found : undefined));
}

/** A process that this host has started. */
interface Child {
  readonly spawnargs?: readonly string[];
  readonly exitCode: number | null;
  readonly signalCode: string | null;
  kill(signal: string): boolean;
}

/** The process of the server; in the browser it is a worker, which nobody outside of the extension can reach. */
export function serverProcess(): Child {
  const children = (process as unknown as { _getActiveHandles(): Child[] })._getActiveHandles();
  const isServer = ({ spawnargs, exitCode, signalCode }: Child) =>
    exitCode === null && signalCode === null && spawnargs?.some((arg) => arg.endsWith('server.js'));
  const server = children.find(isServer);
  expect(server, 'No process of the server is there.');
  return server;
}

/** Asks whoever drives the window to click what has these words in the preview; from inside, a page of an extension cannot be reached. */
export const clickInPreview = (words: string): void => console.log(`[iplan-click] ${words}`);

/** Opens the list of messages, since none pops up while tests are run, and asks whoever drives the window to press a button of one. */
export async function pressInMessage(words: string): Promise<void> {
  await vscode.commands.executeCommand('notifications.showList');
  console.log(`[iplan-press] ${words}`);
}
