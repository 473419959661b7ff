/** The outside world as the server sees it: folders and files by their addresses. */
export interface Files {
  /** The plans, data and configuration files at any depth below a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** The same in the folder of a file alone; absent where the editor decides what may be seen. */
  beside?(uri: string): Promise<readonly string[]>;
  /** The text of a file as it is saved; `undefined` when there is none that can be read. */
  read(uri: string): Promise<string | undefined>;
  /** The frameworks that ship with the tool. */
  library(): Promise<readonly { readonly uri: string; readonly text: string }[]>;
}
