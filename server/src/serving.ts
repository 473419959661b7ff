import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  CompletionItem,
  CompletionParams,
  Connection,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  DocumentHighlight,
  DocumentSymbol,
  DocumentSymbolParams,
  Hover,
  InitializeParams,
  Location,
  LocationLink,
  ReferenceParams,
  SymbolInformation,
  TextDocumentPositionParams,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceSymbol,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import type { PreviewParams, PreviewResult } from '../../client/src/messages.ts';
import { PROFILES, type Profile } from './config/settings.ts';
import type { Abilities } from './features/completion/item.ts';
import { completion } from './features/completion.ts';
import { asLocations, definition } from './features/definition.ts';
import { fixes } from './features/fixes.ts';
import { hover } from './features/hover.ts';
import { type Prose, proseFor } from './features/prose.ts';
import { highlights, references } from './features/references.ts';
import { documentSymbols, flatSymbols, workspaceSymbols } from './features/symbols.ts';
import type { Files } from './host/access.ts';
import { Session, type Wishes } from './session.ts';
import { Telling } from './telling.ts';
import { canonical } from './text/uris.ts';

const FEATURES = { completion, definition, fixes, hover, references, highlights, documentSymbols, workspaceSymbols };
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
    this.session = new Session(files, (message) => connection.console.warn(message));
    const pulls = textDocument?.diagnostic !== undefined;
    const refresh = () => void connection.languages.diagnostics.refresh().catch(() => {});
    this.#telling = new Telling(this.session, {
      ...(pulls ? {} : { publish: (told) => void connection.sendDiagnostics(told).catch(() => {}) }),
      ...(workspace?.diagnostics?.refreshSupport === true ? { refresh } : {}),
    });
    this.session.onChange = (uri) => this.#telling.changed(uri);
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
  }

  async askWishes(): Promise<void> {
    try {
      this.session.wish(wishesOf(await this.#connection.workspace.getConfiguration('iplan')));
    } catch (error) {
      this.#connection.console.warn(`The settings could not be asked for: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async wishesChanged(settings: unknown): Promise<void> {
    if (this.#asks) await this.askWishes();
    else this.session.wish(wishesOf((settings as { iplan?: unknown } | null | undefined)?.iplan));
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

  /** A view of the plan that a document belongs to. What draws it is loaded when it is first asked for. */
  async preview({ uri: spelled, view, rested }: PreviewParams): Promise<PreviewResult> {
    const { noPlan, preview } = await import('./reports/html/preview.ts');
    const uri = canonical(spelled);
    const workspace = this.session.workspaceOf(uri);
    const scope = workspace.scopeOf(uri);
    if (scope?.kind !== 'plan') return { ...noPlan(scope), settled: true };
    const { problems, settled } = this.session.diagnosePlan(scope, rested);
    const shown = (file: string) => this.session.spelled(file);
    return { ...preview({ scope, workspace, today: this.session.today(uri), problems, shown }, view), settled };
  }

  fixes(p: CodeActionParams): CodeAction[] {
    const uri = canonical(p.textDocument.uri);
    if (p.context.only !== undefined && !p.context.only.some((kind) => kind === '' || kind === 'quickfix')) return [];
    return this.#features.fixes(this.session.workspaceOf(uri), this.session.diagnoseTyping(uri), p.range, this.session.today(uri));
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
