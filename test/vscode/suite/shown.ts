// What VS Code shows of the files of a folder, and what a server says of them, in one form.
import path from 'node:path';
import * as vscode from 'vscode';
import { FreshServer } from './fresh.ts';
import type { VscodeHands } from './hands.ts';

/** Problems by file, and of each plan that is open its outline, folds, colours, sentences and what is said at three places. */
export type Shown = Readonly<Record<string, unknown>>;

const PLACES = [0.2, 0.5, 0.8];
const isPlan = ({ languageId }: vscode.TextDocument): boolean => languageId === 'iplan';

interface Told {
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly code?: unknown;
  readonly message: string;
}
const problem = ({ range: { start }, code, message }: Told): string => `${start.line}:${start.character} ${code} ${message}`;

interface Symbol {
  readonly name: string;
  readonly detail?: string;
  readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
  readonly children?: readonly Symbol[];
}
const outline = (symbols: readonly Symbol[] | undefined | null): unknown[] =>
  (symbols ?? []).map(({ name, detail, range, children }) => [name, detail ?? '', range.start.line, range.end.line, outline(children)]);

/** What VS Code shows now. */
export async function shownOf(hands: VscodeHands): Promise<Shown> {
  const shown: Record<string, unknown> = {};
  for (const [uri, found] of vscode.languages.getDiagnostics()) {
    const ours = found.filter(({ source }) => source === 'iplan');
    if (ours.length > 0 && isWithin(uri, hands)) {
      shown[fileOf(uri, hands)] = ours.map((one) => problem({ ...one, code: typeof one.code === 'object' ? one.code.value : one.code })).sort();
    }
  }
  for (const document of hands.documents.filter(isPlan)) {
    const { uri } = document;
    const ask = <R>(command: string, ...more: unknown[]) => vscode.commands.executeCommand<R | undefined>(`vscode.${command}`, uri, ...more);
    const folds = await ask<vscode.FoldingRange[]>('executeFoldingRangeProvider');
    shown[`answers about ${fileOf(uri, hands)}`] = [
      outline(await ask<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider')),
      unique((folds ?? []).map(({ start, end }) => `${start}-${end}`)),
      (await ask<vscode.SemanticTokens>('provideDocumentSemanticTokens'))?.data.join() ?? '',
      (await ask<vscode.CodeLens[]>('executeCodeLensProvider', 50))?.map(({ command }) => command?.title ?? '') ?? [],
      await Promise.all(
        placesIn(document).map(async (place) => {
          const hovers = await ask<vscode.Hover[]>('executeHoverProvider', place);
          return hovers?.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value))) ?? [];
        }),
      ),
    ];
  }
  const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '');
  shown['symbols'] = symbols
    .filter(({ location }) => isWithin(location.uri, hands))
    .map(({ name, location }) => `${fileOf(location.uri, hands)} ${name}`)
    .sort();
  return inOrder(shown);
}

/** What a server says that is started now. */
export async function saidOf(hands: VscodeHands): Promise<Shown> {
  const server = await FreshServer.start(hands.documents);
  const said: Record<string, unknown> = {};
  const files = await server.ask<{ items: readonly { uri: string; items?: readonly Told[] }[] }>('workspace/diagnostic', { previousResultIds: [] });
  const found = new Map(files.items.map(({ uri, items }) => [String(vscode.Uri.parse(uri)), items ?? []]));
  for (const { uri } of hands.documents.filter(isPlan)) {
    const { items } = await server.ask<{ items: readonly Told[] }>('textDocument/diagnostic', { textDocument: { uri: String(uri) } });
    found.set(String(uri), items);
  }
  for (const [uri, items] of found) {
    const at = vscode.Uri.parse(uri);
    if (items.length > 0 && isWithin(at, hands)) said[fileOf(at, hands)] = items.map(problem).sort();
  }
  for (const document of hands.documents.filter(isPlan)) {
    const textDocument = { uri: String(document.uri) };
    const ask = <R>(method: string, more: object = {}) => server.ask<R>(`textDocument/${method}`, { textDocument, ...more });
    said[`answers about ${fileOf(document.uri, hands)}`] = [
      outline(await ask<Symbol[]>('documentSymbol')),
      unique((await ask<{ startLine: number; endLine: number }[]>('foldingRange')).map(({ startLine, endLine }) => `${startLine}-${endLine}`)),
      (await ask<{ data: number[] }>('semanticTokens/full')).data.join(),
      (await ask<{ command?: { title: string } }[]>('codeLens')).map(({ command }) => command?.title ?? ''),
      await Promise.all(
        placesIn(document).map(async (position) => {
          const hover = await ask<{ contents: { value: string } } | null>('hover', { position });
          return hover === null ? [] : [hover.contents.value];
        }),
      ),
    ];
  }
  const symbols = await server.ask<{ name: string; location: { uri: string } }[]>('workspace/symbol', { query: '' });
  said['symbols'] = symbols
    .map(({ name, location }) => ({ name, uri: vscode.Uri.parse(location.uri) }))
    .filter(({ uri }) => isWithin(uri, hands))
    .map(({ name, uri }) => `${fileOf(uri, hands)} ${name}`)
    .sort();
  server.end();
  return inOrder(said);
}

/** Of folds that begin and end together VS Code shows one. */
const unique = (folds: readonly string[]): readonly string[] => [...new Set(folds)].sort();

const placesIn = (document: vscode.TextDocument): readonly vscode.Position[] =>
  PLACES.map((part) => document.positionAt(Math.floor(part * document.getText().length)));
const fileOf = (uri: vscode.Uri, { root }: VscodeHands): string => path.relative(root, uri.fsPath);
const isWithin = (uri: vscode.Uri, { root }: VscodeHands): boolean => uri.fsPath.startsWith(root + path.sep);
const inOrder = (shown: Shown): Shown => Object.fromEntries(Object.entries(shown).sort(([a], [b]) => (a < b ? -1 : 1)));
