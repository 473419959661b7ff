import { type DocumentSymbol, type SymbolInformation, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { Declaration, Waiver } from '../model/declaration.ts';
import { type SourceFile, uriOf, type Workspace } from '../model/workspace.ts';
import { ICONS } from './icons.ts';
import { locationOf, nameSpan, placesOf } from './places.ts';

const MOST_FOUND = 500;

/** The outline of a file: its declarations as they nest, called by their titles. */
export function documentSymbols(workspace: Workspace, uri: string): DocumentSymbol[] {
  const file = workspace.files.get(uri);
  if (file === undefined) return [];
  return file.readings.flatMap((reading) => [
    ...reading.declarations.flatMap((declaration) => symbolOf(declaration, file) ?? []),
    ...reading.waivers.flatMap((waiver) => waiverSymbol(waiver, file) ?? []),
  ]);
}

/** The same for editors that show a flat list. */
export function flatSymbols(symbols: readonly DocumentSymbol[], uri: string, container?: string): SymbolInformation[] {
  return symbols.flatMap((symbol) => [
    { name: symbol.name, kind: symbol.kind, location: { uri, range: symbol.selectionRange }, ...(container === undefined ? {} : { containerName: container }) },
    ...flatSymbols(symbol.children ?? [], uri, symbol.name),
  ]);
}

// Editors refuse a symbol without a name.
const nameOf = (declaration: Declaration): string => declaration.title.trim() || declaration.id || declaration.kind;
const detailOf = (declaration: Declaration): string => (declaration.idToken === undefined ? declaration.kind : `${declaration.kind} ${declaration.id}`);

function symbolOf(declaration: Declaration, file: SourceFile): DocumentSymbol | undefined {
  const { chunk, span } = declaration.node;
  const range = file.tree.rangeIn(chunk, span);
  const selectionRange = file.tree.rangeIn(chunk, nameSpan(declaration));
  if (range === undefined || selectionRange === undefined) return undefined;
  const children = declaration.children.flatMap((child) => symbolOf(child, file) ?? []);
  return {
    name: nameOf(declaration),
    detail: detailOf(declaration),
    kind: ICONS[declaration.kind as keyof typeof ICONS].symbol,
    range,
    selectionRange,
    children,
  };
}

function waiverSymbol(waiver: Waiver, file: SourceFile): DocumentSymbol | undefined {
  const { chunk, span, head } = waiver.node;
  const range = file.tree.rangeIn(chunk, span);
  const selectionRange = file.tree.rangeIn(chunk, head);
  if (range === undefined || selectionRange === undefined) return undefined;
  return { name: waiver.rule, detail: 'waive', kind: SymbolKind.Null, range, selectionRange };
}

/** Everything declared whose id or title has the letters of the query in their order. */
export function workspaceSymbols(workspace: Workspace, query: string): WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  const letters = query.toLowerCase().replace(/\s+/g, '');
  for (const scope of workspace.scopes.list) {
    if (scope.files.some((file) => file.library) && letters === '') continue;
    for (const declaration of scope.declarations) {
      if (!inOrder(letters, declaration.id.toLowerCase()) && !inOrder(letters, declaration.title.toLowerCase())) continue;
      for (const place of placesOf(declaration)) {
        const location = locationOf(workspace, place.node.chunk, nameSpan(place));
        if (location === undefined) continue;
        found.push({
          name: nameOf(place),
          kind: ICONS[declaration.kind as keyof typeof ICONS].symbol,
          location,
          containerName: scope.title || folderName(uriOf(place.node.chunk)),
        });
        if (found.length >= MOST_FOUND) return found;
      }
    }
  }
  return found;
}

function inOrder(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    const next = text.indexOf(letter, at);
    if (next < 0) return false;
    at = next + letter.length;
  }
  return true;
}

const folderName = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);
