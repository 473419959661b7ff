import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import * as messages from '../../client/src/messages.ts';
import { ACTION_KINDS, DECLARE, runsCommands } from './abilities.ts';
import { fault } from './fault.ts';
import { LEGEND } from './features/legend.ts';
import { importPlan } from './importing.ts';
import type { Host } from './machine.ts';
import type { Features } from './offered.ts';
import { registerTables } from './server.tables.ts';
import type { Serving } from './serving.ts';
import { languageOf } from './text/languages.ts';
import { say, speak } from './text/say.ts';
import { VERSION } from './version.ts';

/** So long the end waits for answers to what was asked before it, in milliseconds; editors wait for two seconds. */
const PARTING = 1000;

/**
 * Wires the language server to a connection. Nothing here reads, parses or judges: `initialize` is answered before any of that is even
 * loaded, and what arrives meanwhile waits in its order.
 */
export function serve(connection: Connection, host: Host, features: Partial<Features> = {}): void {
  let params: InitializeParams | undefined;
  let serving: Serving | undefined;
  let isLoading = false;
  const backlog: ((serving: Serving) => void)[] = [];
  // Fails only where starting does; every request is then answered with nothing instead of being left to wait.
  let begun: (serving: Serving) => void = () => {};
  let failed: (error: unknown) => void = () => {};
  const started = new Promise<Serving>((resolve, reject) => {
    begun = resolve;
    failed = reject;
  });
  started.catch((error) => log(say`Starting`, error));
  const tell = (what: (serving: Serving) => void): void => {
    if (serving === undefined) backlog.push(what);
    else what(serving);
  };
  const log = (what: string, error: unknown): void => {
    connection.console.error(`${what} failed: ${fault(error)}`);
    // Its words are told only to who follows every message anyway.
    connection.tracer.log(`${what} failed: ${error instanceof Error ? error.message : String(error)}`);
  };

  /** The answers that are still being found. */
  const unanswered = new Set<Promise<unknown>>();

  /** Takes a notification; one that fails costs itself only. */
  const take =
    <P>(name: string, what: (serving: Serving, params: P) => void) =>
    (p: P): void =>
      tell((now) => {
        try {
          what(now, p);
        } catch (error) {
          log(name, error);
        }
      });

  /** Answers a request; one that fails is logged and answered with nothing, and the server goes on. */
  const answer =
    <P, R>(name: string, empty: R, what: (serving: Serving, params: P, token: CancellationToken) => R | Promise<R>) =>
    (p: P, given?: CancellationToken): Promise<R | ResponseError<never>> => {
      // Of a request without parameters the token is all that is passed on.
      const token = given ?? (p as CancellationToken);
      const found = async (): Promise<R | ResponseError<never>> => {
        try {
          const now = serving ?? (await started);
          now.session.pace.asked();
          await now.ready(token);
          if (token.isCancellationRequested) return new ResponseError<never>(LSPErrorCodes.RequestCancelled, say`Cancelled.`);
          return await what(now, p, token);
        } catch (error) {
          log(name, error);
          return empty;
        }
      };
      const answering = found();
      unanswered.add(answering);
      return answering.finally(() => unanswered.delete(answering));
    };

  const load = async (): Promise<void> => {
    host.loading?.();
    const [{ Serving: Made }, files] = await Promise.all([import('./serving.ts'), host.files(connection, params as InitializeParams)]);
    const made = new Made(connection, params as InitializeParams, files, host, features);
    serving = made;
    for (const what of backlog.splice(0)) what(made);
    begun(made);
  };

  connection.onInitialize(async (given): Promise<InitializeResult | ResponseError<never>> => {
    // Who is asked twice keeps to the first: everything since then rests on it.
    if (params !== undefined) return new ResponseError<never>(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    params = given;
    const { speech } = (given.initializationOptions ?? {}) as Partial<messages.InitializationOptions>;
    if (speech !== undefined) speak(speech.language, speech.texts);
    else if (languageOf(given.locale) === undefined) speak('en', undefined);
    else await host.speak?.(given.locale);
    return { serverInfo: { name: 'iplan', version: VERSION }, capabilities: capabilities(given) };
  });
  connection.onInitialized(() => {
    if (isLoading || params === undefined) return;
    isLoading = true;
    load().catch((error) => failed(error));
    const { workspace } = (params as InitializeParams).capabilities;
    if (workspace?.configuration) {
      tell((now) => void now.askWishes());
      if (workspace.didChangeConfiguration?.dynamicRegistration)
        void connection.client.register(DidChangeConfigurationNotification.type, { section: 'iplan' }).catch(() => {});
    }
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration)
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: watchers(params as InitializeParams) }).catch(() => {});
    registerTables(connection, params as InitializeParams);
    if (workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(take('workspaceFolders', (now, change) => now.session.foldersChanged(change.added, change.removed)));
  });
  connection.onShutdown(async () => {
    tell((now) => now.end());
    // Whoever asked before is answered before; but nobody waits long for one who waits for the editor, which is about to go.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise((resolve) => {
      timer = setTimeout(resolve, PARTING);
    });
    await Promise.race([Promise.allSettled(unanswered), enough]);
    clearTimeout(timer);
  });

  connection.onDidOpenTextDocument(take('didOpen', ({ session }, { textDocument: { uri, version, text } }) => session.open(uri, version, text)));
  connection.onDidChangeTextDocument(take('didChange', ({ session }, p) => session.change(p.textDocument.uri, p.textDocument.version, p.contentChanges)));
  connection.onDidCloseTextDocument(take('didClose', ({ session }, p) => session.close(p.textDocument.uri)));
  connection.onDidSaveTextDocument(take('didSave', ({ session }, p) => session.save(p.textDocument.uri)));
  connection.onDidChangeWatchedFiles(
    take('didChangeWatchedFiles', ({ session }, p) => session.filesChanged(p.changes.map(({ uri, type }) => ({ uri, gone: type === FileChangeType.Deleted })))),
  );
  connection.onDidChangeConfiguration(take('didChangeConfiguration', (now, p) => void now.wishesChanged(p.settings)));

  connection.onCompletion(answer('completion', { items: [], isIncomplete: false }, (now, p) => now.completion(p)));
  connection.onHover(answer('hover', null, (now, p) => now.hover(p)));
  connection.onDefinition(answer('definition', [], (now, p) => now.definition(p)));
  connection.onReferences(answer('references', [], (now, p) => now.references(p)));
  connection.onDocumentHighlight(answer('documentHighlight', [], (now, p) => now.highlights(p)));
  connection.onDocumentSymbol(answer('documentSymbol', [], (now, p) => now.documentSymbols(p)));
  connection.onWorkspaceSymbol(answer('workspaceSymbol', [], (now, p) => now.workspaceSymbols(p)));
  connection.onDocumentFormatting(answer('formatting', [], (now, p) => now.formatDocument(p)));
  connection.onDocumentRangeFormatting(answer('rangeFormatting', [], (now, p) => now.formatRanges(p.textDocument, [p.range])));
  connection.onDocumentRangesFormatting(answer('rangesFormatting', [], (now, p) => now.formatRanges(p.textDocument, p.ranges)));
  connection.onDocumentOnTypeFormatting(answer('onTypeFormatting', [], (now, p) => now.formatTyped(p)));
  connection.onFoldingRanges(answer('foldingRange', [], (now, p) => now.foldingRanges(p)));
  connection.onSelectionRanges(answer('selectionRange', [], (now, p) => now.selectionRanges(p)));
  connection.onDocumentLinks(answer('documentLink', [], (now, p) => now.documentLinks(p)));
  connection.languages.semanticTokens.on(answer('semanticTokens', { data: [] }, (now, p) => now.colouring.semanticTokens(p)));
  connection.languages.semanticTokens.onRange(answer('semanticTokens/range', { data: [] }, (now, p) => now.colouring.semanticTokensIn(p)));
  connection.languages.semanticTokens.onDelta(answer('semanticTokens/delta', { data: [] }, (now, p) => now.colouring.semanticTokensDelta(p)));
  connection.onSignatureHelp(answer('signatureHelp', null, (now, p) => now.signatureHelp(p)));
  connection.languages.inlayHint.on(answer('inlayHint', [], (now, p) => now.inlayHints(p)));
  connection.onCodeLens(answer('codeLens', [], (now, p) => now.codeLenses(p)));
  connection.onCompletionResolve((item, token) => answer('completionResolve', item, (now, p: typeof item) => now.completionNotes(p))(item, token));
  connection.languages.inlineCompletion.on(answer('inlineCompletion', [], (now, p) => now.inlineCompletion(p)));
  connection.onCodeAction(answer('codeAction', [], (now, p) => now.actions(p)));
  connection.onCodeActionResolve((action, token) => answer('codeActionResolve', action, (now, p: typeof action) => now.actionEdits(p))(action, token));
  connection.onPrepareRename(answer('prepareRename', null, (now, p) => now.prepareRename(p)));
  connection.onRenameRequest(answer('rename', null, (now, p) => now.rename(p)));
  connection.workspace.onWillRenameFiles(answer('willRenameFiles', null, (now, p) => now.willRenameFiles(p)));
  connection.onExecuteCommand(answer('executeCommand', null, (now, p) => now.execute(p)));
  connection.languages.callHierarchy.onPrepare(answer('prepareCallHierarchy', [], (now, p) => now.prepareAnswering(p)));
  connection.languages.callHierarchy.onOutgoingCalls(answer('outgoingCalls', [], (now, p) => now.answeredBy(p.item)));
  connection.languages.callHierarchy.onIncomingCalls(answer('incomingCalls', [], (now, p) => now.answersTo(p.item)));
  connection.languages.typeHierarchy.onPrepare(answer('prepareTypeHierarchy', [], (now, p) => now.prepareLevels(p)));
  connection.languages.typeHierarchy.onSupertypes(answer('supertypes', [], (now, p) => now.levels(p.item, 'above')));
  connection.languages.typeHierarchy.onSubtypes(answer('subtypes', [], (now, p) => now.levels(p.item, 'below')));
  connection.onRequest(
    messages.preview,
    answer('preview', null, (now, p: messages.PreviewParams): Promise<messages.PreviewResult | null> => now.overview.preview(p)),
  );
  connection.languages.diagnostics.on(answer('diagnostic', { kind: 'full', items: [] }, (now, p) => now.diagnostic(p)));
  connection.languages.diagnostics.onWorkspace(answer('workspaceDiagnostic', { items: [] }, (now, p, token) => now.workspaceDiagnostic(p, token)));

  const none = { counts: { error: 0, warning: 0, information: 0 }, profile: 'recommended', why: [] } as const;
  const nothing = { levels: [], countries: [], fields: [], frameworks: [], plans: [] };
  connection.onRequest(
    messages.planTree,
    answer('planTree', [], ({ overview }, p: messages.BranchesParams, token) => overview.planTree(p, token)),
  );
  connection.onRequest(
    messages.findings,
    answer('findings', [], ({ overview }, p: messages.FindingsParams, token) => overview.findings(p, token)),
  );
  connection.onRequest(
    messages.planState,
    answer('planState', none, ({ overview }, p: messages.PlanStateParams, token) => overview.planState(p, token)),
  );
  connection.onRequest(
    messages.rules,
    answer('rules', [], ({ overview }) => overview.rules()),
  );
  connection.onRequest(
    messages.rulePage,
    answer('rulePage', null, ({ overview }, p: messages.RulePageParams) => overview.rulePage(p)),
  );
  connection.onRequest(
    messages.planChoices,
    answer('planChoices', nothing, ({ overview }) => overview.planChoices()),
  );
  connection.onRequest(
    messages.newPlan,
    answer('newPlan', null, ({ overview }, p: messages.NewPlanParams) => overview.newPlan(p)),
  );
  connection.onRequest<messages.VersionsResult | null, never>(
    messages.versions,
    answer<messages.VersionsParams, messages.VersionsResult | null>('versions', null, ({ comparing }, p) => comparing.versions(p)),
  );
  connection.onRequest(
    messages.compare,
    answer('compare', null, ({ comparing }, p: messages.CompareParams): Promise<messages.CompareResult | null> => comparing.compare(p)),
  );
  connection.onRequest(
    messages.pastText,
    answer('pastText', null, ({ comparing }, p: messages.PastTextParams): Promise<messages.PastTextResult> => comparing.pastText(p)),
  );
  connection.onRequest(
    messages.exportChoices,
    answer('exportChoices', null, ({ exporting }, p: messages.ExportChoicesParams): Promise<messages.ExportChoices | null> => exporting.choices(p)),
  );
  connection.onRequest(
    messages.exportPlan,
    answer('exportPlan', null, ({ exporting }, p: messages.ExportParams): Promise<messages.ExportResult | null> => exporting.write(p)),
  );
  connection.onRequest(
    messages.importPlan,
    answer('importPlan', null, ({ session }, p: messages.ImportParams): Promise<messages.ImportResult | null> => importPlan(session, p)),
  );
  connection.onRequest(
    messages.recheck,
    answer('recheck', { files: 0 }, (now) => now.recheck()),
  );
  connection.onRequest(messages.alive, () => null);
  connection.listen();
}

/** What concerns the shape of a text. */
const LAYOUT: InitializeResult['capabilities'] = {
  documentFormattingProvider: true,
  documentRangeFormattingProvider: { rangesSupport: true },
  documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['}', ';'] },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
};
/** What the editor shows of a text's meaning, beside it or by colours. */
const MEANING: InitializeResult['capabilities'] = {
  documentLinkProvider: { resolveProvider: false },
  semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
  signatureHelpProvider: { triggerCharacters: [' '], retriggerCharacters: [','] },
  inlayHintProvider: true,
  codeLensProvider: { resolveProvider: false },
};

/** What the server can do for an editor. */
export function capabilities(params: InitializeParams): InitializeResult['capabilities'] {
  const pulls = params.capabilities.textDocument?.diagnostic !== undefined;
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    completionProvider: { triggerCharacters: [' ', '.'], resolveProvider: true },
    inlineCompletionProvider: true,
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    ...LAYOUT,
    ...MEANING,
    codeActionProvider: { codeActionKinds: ACTION_KINDS, resolveProvider: true },
    renameProvider: params.capabilities.textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
    callHierarchyProvider: true,
    typeHierarchyProvider: true,
    ...(runsCommands(params) ? { executeCommandProvider: { commands: [DECLARE] } } : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        willRename: { filters: [{ pattern: { glob: '**/*.{iplan,csv}', matches: 'file' } }, { pattern: { glob: '**/*', matches: 'folder' } }] },
      },
    },
    ...(pulls ? { diagnosticProvider: { identifier: 'iplan', interFileDependencies: true, workspaceDiagnostics: true } } : {}),
  };
}

/** Our own extension watches the files itself; nobody tells of all files in a folder that comes or goes, so folders are watched for that. */
function watchers(params: InitializeParams) {
  const folders = { globPattern: '**/*', kind: 5 as const };
  const own = (params.initializationOptions as Partial<messages.InitializationOptions> | undefined)?.files !== undefined;
  return own ? [folders] : [{ globPattern: '**/{*.iplan,*.csv,iplan.config.json,*baseline.json}' }, folders];
}
