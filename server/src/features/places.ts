import type { Location } from 'vscode-languageserver';
import type { Declaration } from '../model/declaration.ts';
import { uriOf, type Workspace } from '../model/workspace.ts';
import type { Chunk } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

export { nameSpan } from '../model/declaration.ts';

/** A span of a chunk as the editor knows it; `undefined` when the chunk is of an older version. */
export function locationOf(workspace: Workspace, chunk: Chunk, span: Span): Location | undefined {
  const uri = uriOf(chunk);
  const range = workspace.files.get(uri)?.tree.rangeIn(chunk, span);
  return range === undefined ? undefined : { uri, range };
}

/** The places where something is declared: one, or those where a sector is opened. */
export const placesOf = (declaration: Declaration): readonly Declaration[] => (declaration.parts.length === 0 ? [declaration] : declaration.parts);
