// In the diff editor of a plan: what the change means, above the text and above each line that differs in meaning.
import {
  type CodeLens,
  type CodeLensProvider,
  type Disposable,
  EventEmitter,
  languages,
  Range,
  TabInputTextDiff,
  type TextDocument,
  type Uri,
  window,
} from 'vscode';
import { say } from '../../../server/src/text/say.ts';
import { ask } from '../asking.ts';
import { onPlansChanged } from '../changes.ts';
import { type CompareResult, compare } from '../messages.ts';
import { asked } from './base.ts';

const changed = new EventEmitter<void>();

/** The left side of the diff editors in which a document is the right side. */
function leftOf(document: TextDocument): Uri | undefined {
  const wanted = document.uri.toString();
  for (const { input } of window.tabGroups.all.flatMap(({ tabs }) => tabs))
    if (input instanceof TabInputTextDiff && input.modified.toString() === wanted) return input.original;
  return undefined;
}

const provider: CodeLensProvider = {
  onDidChangeCodeLenses: changed.event,
  async provideCodeLenses(document): Promise<CodeLens[]> {
    const file = leftOf(document);
    if (file === undefined) return [];
    const result = await ask<CompareResult>(compare, { uri: document.uri.toString(), base: await asked({ file }) });
    if (result === undefined) return [];
    const lens = (line: number, title: string): CodeLens => ({
      range: new Range(line, 0, line, 0),
      command: { title, command: 'iplan.compareWith', arguments: [document.uri, { file }] },
      isResolved: true,
    });
    return [lens(0, say`Compared with the left side: ${result.summary}`), ...result.rows.map(({ line, says }) => lens(line, says))];
  },
};

export function lensesOfChanges(): Disposable[] {
  return [
    changed,
    languages.registerCodeLensProvider({ language: 'iplan' }, provider),
    window.tabGroups.onDidChangeTabs(() => changed.fire()),
    onPlansChanged(() => changed.fire()),
  ];
}
