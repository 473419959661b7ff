import {
  CompletionRequest,
  type Connection,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  type InitializeParams,
  RenameRequest,
  TextDocumentSyncKind,
} from 'vscode-languageserver';

const documentSelector = [{ pattern: '**/*.csv' }];

/**
 * Asks the editor for the data files that are open, with what makes sense in them; all else stays with whoever else knows CSV. Editors
 * that take no such wish later on are told of the same by their own configuration.
 */
export function registerTables(connection: Connection, { capabilities: { textDocument } }: InitializeParams): void {
  if (textDocument?.synchronization?.dynamicRegistration !== true) return;
  const { client } = connection;
  const asked = [
    client.register(DidOpenTextDocumentNotification.type, { documentSelector }),
    client.register(DidChangeTextDocumentNotification.type, { documentSelector, syncKind: TextDocumentSyncKind.Incremental }),
    client.register(DidCloseTextDocumentNotification.type, { documentSelector }),
  ];
  const { completion, hover, definition, rename, diagnostic } = textDocument;
  if (completion?.dynamicRegistration) asked.push(client.register(CompletionRequest.type, { documentSelector, triggerCharacters: [',', ';'] }));
  if (hover?.dynamicRegistration) asked.push(client.register(HoverRequest.type, { documentSelector }));
  if (definition?.dynamicRegistration) asked.push(client.register(DefinitionRequest.type, { documentSelector }));
  if (rename?.dynamicRegistration) asked.push(client.register(RenameRequest.type, { documentSelector, prepareProvider: rename.prepareSupport === true }));
  if (diagnostic?.dynamicRegistration)
    asked.push(
      client.register(DocumentDiagnosticRequest.type, { documentSelector, identifier: 'iplan', interFileDependencies: true, workspaceDiagnostics: false }),
    );
  for (const one of asked) one.catch(() => {});
}
