// When what is shown may have become another: problems, the text of plans, or the server itself.
import { type Disposable, languages, workspace } from 'vscode';
import { onServerStarted } from './asking.ts';

/** How long it must be quiet before anything is asked again, in milliseconds. */
const PAUSE = 400;
const isOurs = (path: string): boolean => /(?:\.iplan|\/iplan\.config\.json)$/i.test(path);

/** Calls back when it has been quiet after something changed. */
export function onPlansChanged(then: () => void): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(then, PAUSE);
  };
  const listening = [
    onServerStarted(soon),
    languages.onDidChangeDiagnostics(({ uris }) => uris.some(({ path }) => isOurs(path)) && soon()),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => document.languageId === 'iplan' && contentChanges.length > 0 && soon()),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('iplan') && soon()),
  ];
  return {
    dispose() {
      clearTimeout(timer);
      for (const one of listening) one.dispose();
    },
  };
}
