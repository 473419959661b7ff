import { type DocumentHighlight, DocumentHighlightKind, type Location, type Position } from 'vscode-languageserver';
import { uriOf, type Workspace } from '../model/workspace.ts';
import { locationOf, nameSpan, placesOf } from './places.ts';
import { namedAt, spotAt } from './spot.ts';
import { usesOf } from './uses.ts';

/** Every place in the workspace that names what is named at a position; with its declaration where asked. */
export function references(workspace: Workspace, uri: string, position: Position, declared: boolean): Location[] {
  const spot = spotAt(workspace, uri, position);
  const named = spot === undefined ? undefined : namedAt(spot);
  if (named === undefined) return [];
  const places = declared ? placesOf(named.declaration).map((place) => locationOf(workspace, place.node.chunk, nameSpan(place))) : [];
  const uses = usesOf(named.declaration, workspace).map((use) => locationOf(workspace, use.chunk, use.span));
  return [...places, ...uses].filter((location) => location !== undefined);
}

/** The same within one file, for marking while the caret stands on a name. */
export function highlights(workspace: Workspace, uri: string, position: Position): DocumentHighlight[] {
  const spot = spotAt(workspace, uri, position);
  const named = spot === undefined ? undefined : namedAt(spot);
  if (spot === undefined || named === undefined) return [];
  const declared = placesOf(named.declaration).map((place) => ({ chunk: place.node.chunk, span: nameSpan(place), kind: DocumentHighlightKind.Write }));
  const used = usesOf(named.declaration, workspace, [spot.scope]).map((use) => ({ ...use, kind: DocumentHighlightKind.Read }));
  return [...declared, ...used].flatMap(({ chunk, span, kind }) => {
    if (uriOf(chunk) !== uri) return [];
    const range = spot.file.tree.rangeIn(chunk, span);
    return range === undefined ? [] : [{ range, kind }];
  });
}
