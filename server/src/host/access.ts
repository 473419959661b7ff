/** The outside world as the server sees it: folders and files by their addresses. */
export interface Files {
  /**
   * The plans, data and configuration files at any depth below a folder. One that came to be (`isNew`) in a folder that was listed before
   * may also be a file or a link, which has nothing below it.
   */
  list(folder: string, isNew?: boolean): Promise<readonly string[]>;
  /** The same in the folder of a file alone; absent where the editor decides what may be seen. */
  beside?(uri: string): Promise<readonly string[]>;
  /** The text of a file as it is saved; `undefined` when there is none that can be read. */
  read(uri: string): Promise<string | undefined>;
  /** The frameworks that ship with the tool. */
  library(): Promise<readonly { readonly uri: string; readonly text: string }[]>;
  /** How files were before; absent where no disk is read. */
  readonly history?: History;
}

/** The versions of a repository that a file lies in, where there are any that can be read. */
export interface History {
  /** What there is to choose from; a sentence where there is nothing. */
  versions(uri: string): Promise<Versions | { readonly why: string }>;
  /** Plans and data as they were, by their addresses now. */
  texts(uri: string, revision: string): Promise<Past | { readonly why: string }>;
}

export interface Versions {
  readonly branches: readonly string[];
  readonly tags: readonly string[];
  /** The newest, newest first; days as `2026-03-01`. */
  readonly commits: readonly { readonly id: string; readonly says: string; readonly day: string }[];
}

export interface Past {
  /** The whole name of the commit. */
  readonly commit: string;
  /** The address of the folder of the repository. */
  readonly root: string;
  readonly texts: ReadonlyMap<string, string>;
}
