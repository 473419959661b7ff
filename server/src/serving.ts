import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  CodeLens,
  CodeLensParams,
  CompletionItem,
  CompletionParams,
  Connection,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  DocumentFormattingParams,
  DocumentHighlight,
  DocumentLink,
  DocumentLinkParams,
  DocumentOnTypeFormattingParams,
  DocumentSymbol,
  DocumentSymbolParams,
  FoldingRange,
  FoldingRangeParams,
  Hover,
  InitializeParams,
  InlayHint,
  InlayHintParams,
  Location,
  LocationLink,
  Range,
  ReferenceParams,
  SelectionRange,
  SelectionRangeParams,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensParams,
  SemanticTokensRangeParams,
  SignatureHelp,
  SymbolInformation,
  TextDocumentIdentifier,
  TextDocumentPositionParams,
  TextEdit,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceSymbol,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import type { InitializationOptions } from '../../client/src/messages.ts';
import { PROFILES, type Profile } from './config/settings.ts';
import type { Abilities } from './features/completion/item.ts';
import { completion } from './features/completion.ts';
import { asLocations, definition } from './features/definition.ts';
import { fixes } from './features/fixes.ts';
import { foldingRanges } from './features/folding.ts';
import { formatDocument, formatRanges, formatTyped } from './features/formatting.ts';
import { HINTS, type Hint, inlayHints } from './features/hints.ts';
import { hover } from './features/hover.ts';
import { codeLenses } from './features/lenses.ts';
import { documentLinks } from './features/links.ts';
import { type Prose, proseFor } from './features/prose.ts';
import { highlights, references } from './features/references.ts';
import { selectionRanges } from './features/selection.ts';
import { signatureHelp } from './features/signature.ts';
import { documentSymbols, flatSymbols, workspaceSymbols } from './features/symbols.ts';
import { semanticTokens, tokensDelta } from './features/tokens.ts';
import type { Files } from './host/access.ts';
import type { Workspace } from './model/workspace.ts';
import { Refreshing } from './refreshing.ts';
import { Session, type Wishes } from './session.ts';
import { Telling } from './telling.ts';
import { canonical } from './text/uris.ts';

const FEATURES = {
  codeLenses,
  documentLinks,
  foldingRanges,
  formatDocument,
  formatRanges,
  formatTyped,
  inlayHints,
  selectionRanges,
  semanticTokens,
  signatureHelp,
  completion,
  definition,
  fixes,
  hover,
  references,
  highlights,
  documentSymbols,
  workspaceSymbols,
};
export type Features = typeof FEATURES;

/** A server at work for one editor: hands what the editor asks to the session and the features, in the forms that this editor knows. */
export class Serving {
  readonly session: Session;
  readonly #telling: Telling;
  readonly #connection: Connection;
  readonly #features: Features;
  readonly #abilities: Abilities;
  readonly #prose: Prose;
  readonly #links: boolean;
  readonly #nested: boolean;
  readonly #asks: boolean;
  readonly #shows: boolean;
  readonly #refreshing: Refreshing;
  #hints: ReadonlySet<Hint> = new Set(HINTS);
  /** What the editor was last told of the colours of each document. */
  readonly #tokens = new Map<string, { readonly id: string; readonly data: number[] }>();
  #told = 0;

  constructor(connection: Connection, params: InitializeParams, files: Files, features: Partial<Features>) {
    const { textDocument, workspace } = params.capabilities;
    const item = textDocument?.completion?.completionItem;
    this.#connection = connection;
    this.#features = { ...FEATURES, ...features };
    this.#abilities = {
      snippets: item?.snippetSupport === true,
      insertReplace: item?.insertReplaceSupport === true,
      labelDetails: item?.labelDetailsSupport === true,
      formats: item?.documentationFormat,
    };
    this.#prose = proseFor(textDocument?.hover?.contentFormat);
    this.#links = textDocument?.definition?.linkSupport === true;
    this.#nested = textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    this.#asks = workspace?.configuration === true;
    this.#shows = (params.initializationOptions as Partial<InitializationOptions> | undefined)?.showReferences === true;
    this.session = new Session(files, (message) => connection.console.warn(message));
    const pulls = textDocument?.diagnostic !== undefined;
    const refresh = () => void connection.languages.diagnostics.refresh().catch(() => {});
    this.#refreshing = new Refreshing(connection, workspace);
    this.#telling = new Telling(this.session, {
      ...(pulls ? {} : { publish: (told) => void connection.sendDiagnostics(told).catch(() => {}) }),
      ...(workspace?.diagnostics?.refreshSupport === true ? { refresh } : {}),
    });
    this.session.onChange = (uri) => {
      this.#telling.changed(uri);
      this.#refreshing.changed(uri !== undefined && this.session.openDocuments.length < 2);
    };
    const root = params.rootUri ?? undefined;
    this.session.start(params.workspaceFolders?.map(({ uri }) => uri) ?? (root === undefined ? [] : [root]));
  }

  /** Resolves once everything that was being read is taken in, or the question is withdrawn. */
  async ready(token: CancellationToken): Promise<void> {
    const withdrawn = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
    await Promise.race([this.session.ready, withdrawn]);
  }

  end(): void {
    this.#telling.end();
    this.#refreshing.end();
  }

  async askWishes(): Promise<void> {
    try {
      this.#wish(await this.#connection.workspace.getConfiguration('iplan'));
    } catch (error) {
      this.#connection.console.warn(`The settings could not be asked for: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async wishesChanged(settings: unknown): Promise<void> {
    if (this.#asks) await this.askWishes();
    else this.#wish((settings as { iplan?: unknown } | null | undefined)?.iplan);
  }

  #wish(section: unknown): void {
    this.#hints = hintsOf(section);
    this.session.wish(wishesOf(section));
    this.#refreshing.hintsChanged();
  }

  completion(p: CompletionParams): CompletionItem[] {
    const uri = canonical(p.textDocument.uri);
    return this.#features.completion(this.session.workspaceOf(uri), uri, p.position, p.context?.triggerCharacter !== ' ', this.#abilities);
  }

  hover(p: TextDocumentPositionParams): Hover | null {
    const uri = canonical(p.textDocument.uri);
    return this.#features.hover(this.session.workspaceOf(uri), uri, p.position, this.session.today(uri), this.#prose);
  }

  definition(p: TextDocumentPositionParams): LocationLink[] | Location[] {
    const uri = canonical(p.textDocument.uri);
    const links = this.#features
      .definition(this.session.workspaceOf(uri), uri, p.position)
      .map((link) => ({ ...link, targetUri: this.session.spelled(link.targetUri) }));
    return this.#links ? links : asLocations(links);
  }

  references(p: ReferenceParams): Location[] {
    const uri = canonical(p.textDocument.uri);
    return this.#features
      .references(this.session.workspaceOf(uri), uri, p.position, p.context.includeDeclaration)
      .map((l) => ({ ...l, uri: this.session.spelled(l.uri) }));
  }

  highlights(p: TextDocumentPositionParams): DocumentHighlight[] {
    const uri = canonical(p.textDocument.uri);
    return this.#features.highlights(this.session.workspaceOf(uri), uri, p.position);
  }

  documentSymbols(p: DocumentSymbolParams): DocumentSymbol[] | SymbolInformation[] {
    const uri = canonical(p.textDocument.uri);
    const symbols = this.#features.documentSymbols(this.session.workspaceOf(uri), uri);
    return this.#nested ? symbols : flatSymbols(symbols, p.textDocument.uri);
  }

  workspaceSymbols(p: WorkspaceSymbolParams): WorkspaceSymbol[] {
    return this.#features.workspaceSymbols(this.session.workspace, p.query);
  }

  fixes(p: CodeActionParams): CodeAction[] {
    const uri = canonical(p.textDocument.uri);
    if (p.context.only !== undefined && !p.context.only.some((kind) => kind === '' || kind === 'quickfix')) return [];
    return this.#features.fixes(this.session.workspaceOf(uri), this.session.diagnoseTyping(uri), p.range, this.session.today(uri));
  }

  formatDocument(p: DocumentFormattingParams): TextEdit[] {
    return this.#features.formatDocument(...this.#at(p.textDocument));
  }

  formatRanges(document: TextDocumentIdentifier, ranges: readonly Range[]): TextEdit[] {
    return this.#features.formatRanges(...this.#at(document), ranges);
  }

  formatTyped(p: DocumentOnTypeFormattingParams): TextEdit[] {
    return this.#features.formatTyped(...this.#at(p.textDocument), p.position, p.ch);
  }

  foldingRanges(p: FoldingRangeParams): FoldingRange[] {
    return this.#features.foldingRanges(...this.#at(p.textDocument));
  }

  selectionRanges(p: SelectionRangeParams): SelectionRange[] {
    return this.#features.selectionRanges(...this.#at(p.textDocument), p.positions);
  }

  documentLinks(p: DocumentLinkParams): DocumentLink[] {
    return this.#features.documentLinks(...this.#at(p.textDocument)).map((link) => ({ ...link, target: this.session.spelled(link.target as string) }));
  }

  semanticTokens(p: SemanticTokensParams): SemanticTokens {
    const uri = canonical(p.textDocument.uri);
    const known = { id: `${++this.#told}`, data: this.#features.semanticTokens(this.session.workspaceOf(uri), uri, this.session.today(uri)) };
    for (const other of this.#tokens.keys()) if (this.session.versionOf(other) === undefined) this.#tokens.delete(other);
    this.#tokens.set(uri, known);
    return { resultId: known.id, data: known.data };
  }

  semanticTokensDelta(p: SemanticTokensDeltaParams): SemanticTokens | SemanticTokensDelta {
    const before = this.#tokens.get(canonical(p.textDocument.uri));
    const now = this.semanticTokens(p);
    return before?.id === p.previousResultId ? { resultId: now.resultId as string, edits: tokensDelta(before.data, now.data) } : now;
  }

  semanticTokensIn(p: SemanticTokensRangeParams): SemanticTokens {
    const uri = canonical(p.textDocument.uri);
    return { data: this.#features.semanticTokens(this.session.workspaceOf(uri), uri, this.session.today(uri), p.range) };
  }

  signatureHelp(p: TextDocumentPositionParams): SignatureHelp | null {
    return this.#features.signatureHelp(...this.#at(p.textDocument), p.position);
  }

  inlayHints(p: InlayHintParams): InlayHint[] {
    const uri = canonical(p.textDocument.uri);
    return this.#features.inlayHints(this.session.workspaceOf(uri), uri, p.range, this.session.today(uri), this.#hints);
  }

  codeLenses(p: CodeLensParams): CodeLens[] {
    return this.#features.codeLenses(...this.#at(p.textDocument), this.#shows);
  }

  #at({ uri: spelled }: TextDocumentIdentifier): [Workspace, string] {
    const uri = canonical(spelled);
    return [this.session.workspaceOf(uri), uri];
  }

  diagnostic(p: DocumentDiagnosticParams): DocumentDiagnosticReport {
    return this.#telling.report(canonical(p.textDocument.uri), p.previousResultId);
  }

  workspaceDiagnostic(p: WorkspaceDiagnosticParams, token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    return this.#telling.workspaceReport(p.previousResultIds, token);
  }
}

/** What the editor's settings say, as far as it can be used; the rest is as if it had not been said. */
function wishesOf(section: unknown): Wishes {
  const { profile, asOf } = (typeof section === 'object' && section !== null ? section : {}) as { profile?: unknown; asOf?: unknown };
  return {
    ...(PROFILES.includes(profile as Profile) ? { profile: profile as Profile } : {}),
    ...(typeof asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asOf) && !Number.isNaN(Date.parse(asOf)) ? { asOf } : {}),
  };
}

/** The kinds of hints that are not turned off. */
function hintsOf(section: unknown): ReadonlySet<Hint> {
  const { inlayHints: given } = (typeof section === 'object' && section !== null ? section : {}) as { inlayHints?: Partial<Record<Hint, unknown>> | null };
  return new Set(HINTS.filter((hint) => given?.[hint] !== false));
}
