// What the server and the extension say to each other beyond the protocol. Names and shapes only, so that both sides may
// import this file: it must never import anything itself.

/** Where the server reads files: from disk itself, or by asking the editor, which also reaches folders that are no disk. */
export type FileAccess = 'disk' | 'editor';

/** Sent with `initialize`. Settings are not in here: the server asks for the section `iplan`, and is told when it changes. */
export interface InitializationOptions {
  readonly files: FileAccess;
  /** The URI of the folder with the frameworks that come with the extension, for "go to definition". */
  readonly frameworks: string;
  /** The editor has the command `iplan.showReferences`: address, position, places. */
  readonly showReferences: boolean;
}

/** The section `iplan` of the editor's settings; an empty text means "not said here". */
export interface Settings {
  readonly profile: '' | 'essential' | 'recommended' | 'thorough';
  readonly asOf: string;
  readonly inlayHints: { readonly due: boolean; readonly baselines: boolean; readonly progress: boolean };
  readonly trace: { readonly server: 'off' | 'messages' | 'verbose' };
}

/** Folders that hold no plans, whatever is in them. */
export const PASSED_OVER: readonly string[] = ['node_modules', '.git', 'dist', 'out'];
/** The command behind the sentences above declarations: shows some places from one of them. */
export const showReferences = 'iplan.showReferences';

/** Server to client: the URIs of the plans, data and configuration files at any depth below a workspace folder. */
export const listFiles = 'iplan/listFiles';
export interface ListFilesParams {
  readonly folder: string;
}
export type ListFilesResult = readonly string[];

/** Server to client: the text of one file inside a workspace folder, as it is saved. Exactly one of the two is present. */
export const readFile = 'iplan/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export interface ReadFileResult {
  readonly text?: string;
  /** Why the file could not be read, as a sentence. */
  readonly error?: string;
}
