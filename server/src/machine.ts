import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { FormatsFor } from './exporting.ts';
import type { Files } from './host/access.ts';

/** Files as this process reaches them; asked for once `initialize` says what the editor is. */
export type FilesFor = (connection: Connection, params: InitializeParams) => Promise<Files>;

/** What the machine gives that the server runs on. */
export interface Host {
  readonly files: FilesFor;
  /** The formats that reports can be written in here. */
  readonly formats: FormatsFor;
  /** Called when the server has introduced itself and is about to be loaded. */
  readonly loading?: () => void;
  /** Called when files were read, all is told of them, and nobody asks anything: what reading has taken besides can be given back. */
  readonly resting?: () => void;
  /** Speaks the language of the editor's locale, where the editor sends no texts with it. */
  readonly speak?: (locale: string | undefined) => Promise<unknown>;
}
