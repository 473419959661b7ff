import type { Location, LocationLink, Position } from 'vscode-languageserver';
import { dataOf } from '../model/data.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Range } from '../text/span.ts';
import { locationOf, nameSpan, placesOf } from './places.ts';
import { namedAt, type Spot, spotAt } from './spot.ts';
import { cellSpot, namedInCell } from './tables.ts';

/** Where the thing named at a position is declared: in this plan, in a plan above, or in a framework. */
export function definition(workspace: Workspace, uri: string, position: Position): LocationLink[] {
  const spot = spotAt(workspace, uri, position);
  if (spot === undefined) return fromCell(workspace, uri, position);
  const named = namedAt(spot);
  if (named === undefined) return dataLink(workspace, spot);
  return linksTo(workspace, named.declaration, spot.file.tree.rangeIn(spot.chunk, named.span));
}

/** From a cell of a data file to the indicator or group that it names. */
function fromCell(workspace: Workspace, uri: string, position: Position): LocationLink[] {
  const spot = cellSpot(workspace, uri, position);
  const named = spot && namedInCell(spot);
  return spot === undefined || named === undefined ? [] : linksTo(workspace, named.declaration, spot.range);
}

function linksTo(workspace: Workspace, declaration: Declaration, origin: Range | undefined): LocationLink[] {
  return placesOf(declaration).flatMap((place) => {
    const { chunk } = place.node;
    const name = locationOf(workspace, chunk, nameSpan(place));
    const all = locationOf(workspace, chunk, place.node.span);
    if (name === undefined || all === undefined) return [];
    return [{ targetUri: name.uri, targetRange: all.range, targetSelectionRange: name.range, ...(origin && { originSelectionRange: origin }) }];
  });
}

/** The same for editors that know no links. */
export const asLocations = (links: readonly LocationLink[]): Location[] => links.map((link) => ({ uri: link.targetUri, range: link.targetSelectionRange }));

/** From `data "…"` to the file itself. */
function dataLink(workspace: Workspace, { declaration, fact, file, chunk, offset }: Spot): LocationLink[] {
  const token = fact?.word === 'data' ? fact.node.values[0] : undefined;
  if (token === undefined || offset < token.start || offset > token.end || !declaration?.is('indicator')) return [];
  const uri = dataOf(declaration, workspace.scopes);
  if (typeof uri !== 'string') return [];
  const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const origin = file.tree.rangeIn(chunk, token);
  return [{ targetUri: uri, targetRange: start, targetSelectionRange: start, ...(origin && { originSelectionRange: origin }) }];
}
