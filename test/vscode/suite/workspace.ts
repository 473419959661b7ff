// What the suites share: waiting with a limit, the plans of the workspace, and the problems the extension shows.
import * as vscode from 'vscode';

/** Which host the tests were bundled for. */
declare const __HOST__: 'node' | 'web';
export const host = __HOST__;

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

/** The extension under test, once its activation events have started it. It is never started from here. */
export async function extension(): Promise<vscode.Extension<{ host: string }>> {
  const found = vscode.extensions.getExtension<{ host: string }>('iplan.iplan');
  expect(found, 'The extension is not there.');
  return until('the extension to start by itself', () => (found.isActive ? found : undefined));
}

/** Asks whoever drives the window to click what has these words in the preview; from inside, a page of an extension cannot be reached. */
export const clickInPreview = (words: string): void => console.log(`[iplan-click] ${words}`);
