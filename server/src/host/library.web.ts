import { FRAMEWORKS } from '../generated/frameworks.ts';

/** The frameworks that ship with the tool, from the bundle: a browser has no disk. */
export const libraryFiles = (): readonly { readonly uri: string; readonly text: string }[] =>
  FRAMEWORKS.map(([name, text]) => ({ uri: `iplan-library:/${name}`, text }));
