import type { Range } from 'vscode-languageserver';
import type { Day } from '../../language/dates.ts';
import type { Diagnosis } from '../../lint.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { Edits } from '../edits.ts';

/** Something that can be done with the text at a place. What it changes is worked out when somebody chooses it. */
export interface Action {
  readonly title: string;
  readonly kind: string;
  readonly mends?: readonly Diagnosis[];
  readonly preferred?: boolean;
  edits(): Edits | undefined;
}

/** What an editor asks, and what it can do. */
export interface Ask {
  readonly workspace: Workspace;
  readonly uri: string;
  readonly range: Range;
  readonly found: readonly Diagnosis[];
  readonly today: Day;
  /** The editor can make files. */
  readonly creates: boolean;
}

/** The action that was chosen: what was asked for, and which of the answers it was. */
export interface AskedAction {
  readonly uri: string;
  readonly range: Range;
  readonly only?: readonly string[];
  readonly at: number;
  readonly title: string;
}
