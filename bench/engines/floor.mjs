// The least that a server written with the same library takes: it reads nothing, and tells of one problem, another at each stroke.

import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    completionProvider: {},
    hoverProvider: true,
  },
}));
connection.languages.diagnostics.on(({ textDocument }) => ({
  kind: 'full',
  items: [{ range, message: `Version ${documents.get(textDocument.uri)?.version}` }],
}));
connection.onCompletion(() => [{ label: 'nothing' }]);
connection.onHover(() => ({ contents: 'Nothing' }));
documents.listen(connection);
connection.listen();
