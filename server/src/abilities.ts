import type { InitializeParams } from 'vscode-languageserver';

// What is told before the language is loaded: this file imports none of it.

/** Declares a name in the file where things of its kind stand. */
export const DECLARE = 'iplan.declare';

/** The kinds of code actions, for editors that ask for one of them. */
export const ACTION_KINDS = ['quickfix', 'refactor.extract', 'refactor.move', 'refactor.rewrite', 'source.fixAll.iplan', 'source.sortDates.iplan'];

/** Whether an editor has the server carry out commands that change files. */
export const runsCommands = ({ capabilities: { workspace } }: InitializeParams): boolean =>
  workspace?.applyEdit === true && workspace.executeCommand !== undefined;
