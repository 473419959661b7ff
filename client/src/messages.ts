// What the server and the extension say to each other beyond the protocol. Names and shapes only, so that both sides may
// import this file: it must never import anything itself.

/** Where the server reads files: from disk itself, or by asking the editor, which also reaches folders that are no disk. */
export type FileAccess = 'disk' | 'editor';

/** Sent with `initialize`. Settings are not in here: the server asks for the section `iplan`, and is told when it changes. */
export interface InitializationOptions {
  readonly files: FileAccess;
  /** The URI of the folder with the frameworks that come with the extension, for "go to definition". */
  readonly frameworks: string;
}

/** The section `iplan` of the editor's settings; an empty text means "not said here". */
export interface Settings {
  readonly profile: '' | 'essential' | 'recommended' | 'thorough';
  readonly asOf: string;
  readonly trace: { readonly server: 'off' | 'messages' | 'verbose' };
}

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

/** Client to server: a view of the plan that a document belongs to, drawn from what is typed. */
export const preview = 'iplan/preview';
export interface PreviewParams {
  readonly uri: string;
  /** The id of a view; one that is not known is answered with the first. */
  readonly view: string;
  /** Typing rests: what takes long may be judged now. */
  readonly rested: boolean;
}
export interface PreviewResult {
  /** By what the plan is told from others; nothing where the document belongs to no plan. */
  readonly plan?: string;
  readonly title: string;
  readonly view: string;
  readonly views: readonly { readonly id: string; readonly title: string }[];
  /** HTML that the server built, with every word of the plan escaped. */
  readonly html: string;
  /** The files of the plan itself, as the editor writes their addresses. */
  readonly own: readonly string[];
  /** The files that the view leads to, those of plans above and of frameworks among them. */
  readonly files: readonly string[];
  /** Whether the findings are those of this very text; else ask again when typing rests. */
  readonly settled: boolean;
}
