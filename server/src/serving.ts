import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type CodeLens,
  type CodeLensParams,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type DocumentFormattingParams,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentLinkParams,
  type DocumentOnTypeFormattingParams,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type ExecuteCommandParams,
  type FoldingRange,
  type FoldingRangeParams,
  type Hover,
  type InitializeParams,
  type InlayHint,
  type InlayHintParams,
  type InlineCompletionItem,
  type InlineCompletionParams,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  MessageType,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type Range,
  type ReferenceParams,
  type RenameFilesParams,
  type RenameParams,
  ResponseError,
  type SelectionRange,
  type SelectionRangeParams,
  ShowMessageNotification,
  type SignatureHelp,
  type SymbolInformation,
  type TextDocumentIdentifier,
  type TextDocumentPositionParams,
  type TextEdit,
  type TypeHierarchyItem,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceEdit,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import type { InitializationOptions, RecheckResult } from '../../client/src/messages.ts';
import { DECLARE, runsCommands } from './abilities.ts';
import { Colouring } from './colouring.ts';
import { Comparing } from './comparing.ts';
import { Exporting } from './exporting.ts';
import type { Action, AskedAction } from './features/actions/action.ts';
import { declaration } from './features/completion/declare.ts';
import type { Abilities } from './features/completion/item.ts';
import { asLocations } from './features/definition.ts';
import { describe } from './features/describe.ts';
import { pagesBelow } from './features/diagnostics.ts';
import { type Edits, isRefusal, type Refusal } from './features/edits.ts';
import { codeAction } from './features/fixes.ts';
import { HINTS, type Hint } from './features/hints.ts';
import { content, type Prose, proseFor } from './features/prose.ts';
import { flatSymbols } from './features/symbols.ts';
import { type EditAbilities, workspaceEdit } from './features/told.ts';
import type { Files } from './host/access.ts';
import type { Host } from './machine.ts';
import type { Workspace } from './model/workspace.ts';
import { FEATURES, type Features } from './offered.ts';
import { Overview } from './overview.ts';
import { Refreshing } from './refreshing.ts';
import { Session } from './session.ts';
import { Telling } from './telling.ts';
import { say } from './text/say.ts';
import { canonical } from './text/uris.ts';
import { hintsOf, wishesOf } from './wishes.ts';
import { Working } from './working.ts';

/** A server at work for one editor: hands what the editor asks to the session and the features, in the forms that this editor knows. */
export class Serving {
  readonly session: Session;
  readonly overview: Overview;
  readonly exporting: Exporting;
  readonly colouring: Colouring;
  readonly comparing: Comparing;
  readonly #working: Working;
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
  readonly #edits: EditAbilities;
  /** What an action changes is asked for when it is chosen. */
  readonly #lazy: boolean;

  constructor(connection: Connection, params: InitializeParams, files: Files, host: Host, features: Partial<Features>) {
    const { textDocument, workspace } = params.capabilities;
    const item = textDocument?.completion?.completionItem;
    this.#connection = connection;
    this.#features = { ...FEATURES, ...features };
    this.#abilities = {
      snippets: item?.snippetSupport === true,
      insertReplace: item?.insertReplaceSupport === true,
      labelDetails: item?.labelDetailsSupport === true,
      formats: item?.documentationFormat,
      lazyNotes: item?.resolveSupport?.properties.includes('documentation') === true,
      commands: runsCommands(params),
    };
    const { workspaceEdit: edit } = workspace ?? {};
    const documentChanges = edit?.documentChanges === true;
    this.#edits = {
      documentChanges,
      creates: documentChanges && edit?.resourceOperations?.includes('create') === true,
      annotations: documentChanges && edit?.changeAnnotationSupport !== undefined,
    };
    this.#lazy = textDocument?.codeAction?.dataSupport === true && textDocument.codeAction.resolveSupport?.properties.includes('edit') === true;
    this.#prose = proseFor(textDocument?.hover?.contentFormat);
    this.#links = textDocument?.definition?.linkSupport === true;
    this.#nested = textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    this.#asks = workspace?.configuration === true;
    this.#shows = (params.initializationOptions as Partial<InitializationOptions> | undefined)?.showReferences === true;
    this.session = new Session(files, (message) => connection.console.warn(message));
    this.overview = new Overview(this.session);
    this.comparing = new Comparing(this.session, files, (message) => connection.console.warn(message));
    this.exporting = new Exporting(this.session, host.formats);
    this.colouring = new Colouring(this.session, this.#features.semanticTokens);
    this.#working = new Working(connection);
    this.session.onReading = (done, all) => this.#working.step(done, all);
    const pages = (params.initializationOptions as Partial<InitializationOptions> | undefined)?.rulePages;
    const pulls = textDocument?.diagnostic !== undefined;
    this.#refreshing = new Refreshing(connection, workspace);
    this.#telling = new Telling(this.session, {
      ...(pulls ? {} : { publish: (told) => void connection.sendDiagnostics(told).catch(() => {}) }),
      ...(workspace?.diagnostics?.refreshSupport === true ? { refresh: () => void connection.languages.diagnostics.refresh().catch(() => {}) } : {}),
      pages: pages === undefined ? undefined : pagesBelow(pages),
    });
    this.#telling.onRest = () => host.resting?.();
    this.session.onChange = (uri, isTyped) => {
      this.#telling.changed(uri, isTyped);
      this.#refreshing.changed(uri !== undefined && this.session.openDocuments.length < 2);
    };
    const root = params.rootUri ?? undefined;
    this.session.start(params.workspaceFolders?.map(({ uri }) => uri) ?? (root === undefined ? [] : [root]));
    this.#working.during(say`Reading plans`, this.session.ready);
  }

  /** Resolves once everything that was being read is taken in, or the question is withdrawn. */
  async ready(token: CancellationToken): Promise<void> {
    const withdrawn = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
    await Promise.race([this.session.ready, withdrawn]);
  }

  async recheck(): Promise<RecheckResult> {
    const done = this.session.recheck();
    this.#working.during(say`Rechecking plans`, done);
    await done;
    this.#telling.again();
    return { files: this.session.judged.length };
  }

  end(): void {
    this.#refreshing.end();
    this.#telling.end();
  }

  async askWishes(): Promise<void> {
    try {
      this.#wish(await this.#connection.workspace.getConfiguration('iplan'));
    } catch (error) {
      this.#connection.console.warn(say`The settings could not be asked for: ${error instanceof Error ? error.message : String(error)}`);
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

  completion(p: CompletionParams): CompletionList {
    const uri = canonical(p.textDocument.uri);
    const asked = p.context?.triggerCharacter !== ' ';
    return this.#features.completions(this.session.workspaceOf(uri), uri, p.position, asked, this.#abilities, this.session.today(uri));
  }

  /** The notes of a name that somebody looks at. */
  completionNotes(item: CompletionItem): CompletionItem {
    const { uri, name } = (item.data ?? {}) as { uri?: string; name?: string };
    const workspace = uri === undefined ? undefined : this.session.workspaceOf(uri);
    const found = name === undefined ? undefined : workspace?.scopeOf(uri as string)?.resolve(name);
    if (workspace === undefined || found === undefined) return item;
    const prose = proseFor(this.#abilities.formats);
    return { ...item, documentation: content(prose, describe(found.declaration, found.scope, workspace, this.session.today(uri as string), prose)) };
  }

  inlineCompletion(p: InlineCompletionParams): InlineCompletionItem[] {
    const uri = canonical(p.textDocument.uri);
    return this.#features.inlineCompletion(this.session.workspaceOf(uri), uri, p.position, this.session.today(uri));
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

  prepareRename(p: PrepareRenameParams): PrepareRenameResult | null | ResponseError<void> {
    const uri = canonical(p.textDocument.uri);
    const answer = this.#features.prepareRename(this.session.workspaceOf(uri), uri, p.position);
    return isRefusal(answer) ? refusal(answer) : (answer ?? null);
  }

  rename(p: RenameParams): WorkspaceEdit | null | ResponseError<void> {
    const uri = canonical(p.textDocument.uri);
    const workspace = this.session.workspaceOf(uri);
    const answer = this.#features.rename(workspace, uri, p.position, p.newName, this.session.today(uri));
    return isRefusal(answer) ? refusal(answer) : answer === undefined ? null : workspaceEdit(workspace, answer, this.#edits, this.session);
  }

  willRenameFiles(p: RenameFilesParams): WorkspaceEdit | null {
    const moves = p.files.map(({ oldUri, newUri }) => ({ from: canonical(oldUri), to: canonical(newUri) }));
    const { workspace } = this.session;
    const { warnings, ...edits } = this.#features.relocation(workspace, moves);
    for (const message of warnings) void this.#connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    return edits.edits.length === 0 ? null : workspaceEdit(workspace, edits, this.#edits, this.session);
  }

  actions(p: CodeActionParams): CodeAction[] {
    const asked = { uri: p.textDocument.uri, range: p.range, ...(p.context.only && { only: p.context.only }) };
    return this.#actions(asked).flatMap((action, at): CodeAction[] => {
      const plain = codeAction(action);
      if (this.#lazy) return [{ ...plain, data: { ...asked, at, title: action.title } satisfies AskedAction }];
      const edits = action.edits();
      return edits === undefined ? [] : [{ ...plain, edit: this.#told(asked.uri, edits) }];
    });
  }

  /** What an action that was chosen changes; nothing when the text has become another. */
  actionEdits(action: CodeAction): CodeAction {
    const asked = action.data as AskedAction | undefined;
    const found = asked === undefined ? undefined : this.#actions(asked)[asked.at];
    const edits = found === undefined || found.title !== asked?.title ? undefined : found.edits();
    return edits === undefined || asked === undefined ? action : { ...action, edit: this.#told(asked.uri, edits) };
  }

  #actions({ uri: spelled, range, only }: Pick<AskedAction, 'uri' | 'range' | 'only'>): Action[] {
    const uri = canonical(spelled);
    const workspace = this.session.workspaceOf(uri);
    const ask = { workspace, uri, range, found: this.session.diagnoseTyping(uri), today: this.session.today(uri), creates: this.#edits.creates };
    return this.#features.actions(ask, only);
  }

  #told(uri: string, edits: Edits): WorkspaceEdit {
    return workspaceEdit(this.session.workspaceOf(canonical(uri)), edits, this.#edits, this.session);
  }

  /** `iplan.declare`: declares a name in the file of its kind. */
  async execute({ command, arguments: args = [] }: ExecuteCommandParams): Promise<null> {
    const [uri, kind, name] = args as unknown[];
    if (command !== DECLARE || typeof uri !== 'string' || typeof kind !== 'string' || typeof name !== 'string') return null;
    const workspace = this.session.workspaceOf(uri);
    const [scope, file] = [workspace.scopeOf(uri), workspace.files.get(uri)];
    const edits = scope === undefined || file === undefined ? undefined : declaration(scope, file, kind, name);
    if (edits !== undefined)
      await this.#connection.workspace.applyEdit({ label: `Declare ${name}`, edit: workspaceEdit(workspace, edits, this.#edits, this.session) });
    return null;
  }

  prepareAnswering(p: TextDocumentPositionParams): CallHierarchyItem[] {
    const uri = canonical(p.textDocument.uri);
    return this.#features.prepareAnswering(this.session.workspaceOf(uri), uri, p.position).map((item) => this.#spelled(item));
  }

  answeredBy(item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
    const uri = canonical(item.uri);
    return this.#features.answeredBy(this.session.workspaceOf(uri), { ...item, uri }).map((call) => ({ ...call, to: this.#spelled(call.to) }));
  }

  answersTo(item: CallHierarchyItem): CallHierarchyIncomingCall[] {
    const uri = canonical(item.uri);
    return this.#features.answersTo(this.session.workspaceOf(uri), { ...item, uri }).map((call) => ({ ...call, from: this.#spelled(call.from) }));
  }

  prepareLevels(p: TextDocumentPositionParams): TypeHierarchyItem[] {
    const uri = canonical(p.textDocument.uri);
    return this.#features.prepareLevels(this.session.workspaceOf(uri), uri, p.position).map((item) => this.#spelled(item));
  }

  levels(item: TypeHierarchyItem, way: 'above' | 'below'): TypeHierarchyItem[] {
    const uri = canonical(item.uri);
    const feature = way === 'above' ? this.#features.levelsAbove : this.#features.levelsBelow;
    return feature(this.session.workspaceOf(uri), { ...item, uri }).map((one) => this.#spelled(one));
  }

  #spelled<T extends { uri: string }>(item: T): T {
    return { ...item, uri: this.session.spelled(item.uri) };
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

const refusal = ({ refused }: Refusal): ResponseError<void> => new ResponseError<void>(LSPErrorCodes.RequestFailed, refused);
