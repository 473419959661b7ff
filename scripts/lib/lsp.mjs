// Every feature of the Language Server Protocol, in the order in which docs/lsp.md tells of them: its messages, where the server's
// capabilities say that it has it, and what it is in the language of plans, or why it is nothing there.

const on = (...methods) => methods.map((method) => `textDocument/${method}`);

/** name, messages, the path in the capabilities ("" for what needs none, "?" for what the editor's own decide), what it gives. */
const feature = (name, messages, path, gives) => ({ name, messages, path, gives });
/** A feature that makes no sense for plans: the path that must not be there, and the reason. */
const senseless = (name, messages, path, reason) => ({ name, messages, path, reason });

export const GROUPS = {
  Problems: [
    feature(
      'problems, asked for',
      on('diagnostic'),
      'diagnosticProvider',
      'What the checker finds, each with its rule and up to five related places; asked again unchanged, the answer is short.',
    ),
    feature(
      'problems of the whole workspace',
      ['workspace/diagnostic'],
      'diagnosticProvider.workspaceDiagnostics',
      'Files that nobody opened too. The question stays open until something is new.',
    ),
    feature('problems, told', [...on('publishDiagnostics')], '!diagnosticProvider', 'The same for editors that do not ask, also of files that are not open.'),
    feature('asking again', ['workspace/diagnostic/refresh'], '?', 'When another file, a setting or the disk changed what an open document says.'),
    feature(
      'code actions',
      on('codeAction'),
      'codeActionProvider',
      'What mends a finding: write the missing statement, declare the name, take the nearest name.',
    ),
    feature(
      'code actions, worked out when chosen',
      ['codeAction/resolve'],
      'codeActionProvider.resolveProvider',
      'The list comes at once, the edits when one is chosen.',
    ),
  ],
  Writing: [
    feature(
      'completion',
      on('completion'),
      'completionProvider',
      'Kinds, statements, values and names that fit at the caret, also in broken text; snippets where the editor takes them.',
    ),
    feature('completion, worked out when looked at', ['completionItem/resolve'], 'completionProvider.resolveProvider', 'What a proposed name is, in full.'),
    feature('signature help', on('signatureHelp'), 'signatureHelpProvider', 'All the ways to write a statement, and the part at the caret.'),
    feature(
      'inline completion (3.18)',
      on('inlineCompletion'),
      'inlineCompletionProvider',
      'The next statement that the block lacks, from the vocabulary; no network, no model.',
    ),
    feature('formatting', on('formatting'), 'documentFormattingProvider', 'The same text as `iplan format`; white space only.'),
    feature('formatting of a range', on('rangeFormatting'), 'documentRangeFormattingProvider', 'The statements that the range touches.'),
    feature(
      'formatting of several ranges (3.18)',
      on('rangesFormatting'),
      'documentRangeFormattingProvider.rangesSupport',
      'The same for the lines that a version control system says are changed.',
    ),
    feature(
      'formatting while typing',
      on('onTypeFormatting'),
      'documentOnTypeFormattingProvider',
      'The line before a new one, the block that `}` closes, what stands before `;`.',
    ),
    senseless(
      'linked editing',
      on('linkedEditingRange'),
      'linkedEditingRangeProvider',
      'A name is seen by other files and plans, which one document cannot change along. Renaming does.',
    ),
  ],
  'Finding the way': [
    feature(
      'hover',
      on('hover'),
      'hoverProvider',
      'What a name is, where it is fulfilled, measured and covered; what a word of the language says. Markdown or plain text, as the editor reads it.',
    ),
    feature(
      'definition',
      on('definition'),
      'definitionProvider',
      'Where a name is declared: in the plan, above it, in a framework. With the range to highlight where the editor takes it.',
    ),
    senseless('declaration', on('declaration'), 'declarationProvider', 'A thing of a plan is declared where it is defined; both would lead to one place.'),
    senseless(
      'type definition',
      on('typeDefinition'),
      'typeDefinitionProvider',
      'Kinds are words of the language and are defined in no plan; hover tells of them.',
    ),
    senseless(
      'implementation',
      on('implementation'),
      'implementationProvider',
      'What fulfils a mandate are responsibilities of many plans: hover, references and the call hierarchy show them.',
    ),
    feature('references', on('references'), 'referencesProvider', 'Where a name is used, in all plans that see it.'),
    feature('highlights', on('documentHighlight'), 'documentHighlightProvider', 'The uses of a name in the document.'),
    feature(
      'symbols of a document',
      on('documentSymbol'),
      'documentSymbolProvider',
      'The declarations with their titles, nested; as a flat list for older editors.',
    ),
    feature('symbols of the workspace', ['workspace/symbol'], 'workspaceSymbolProvider', 'Declarations of all plans by title or id.'),
    senseless(
      'symbols of the workspace, worked out when chosen',
      ['workspaceSymbol/resolve'],
      'workspaceSymbolProvider.resolveProvider',
      'The place of each is known at once; there is nothing to work out.',
    ),
    feature('links', on('documentLink'), 'documentLinkProvider', 'Web addresses, and the data files that indicators name.'),
    senseless(
      'links, worked out when followed',
      ['documentLink/resolve'],
      'documentLinkProvider.resolveProvider',
      'Where a link leads is written in the plan.',
    ),
    feature(
      'call hierarchy',
      [...on('prepareCallHierarchy'), 'callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls'],
      'callHierarchyProvider',
      'Who answers to whom: mandates, the responsibilities that fulfil them, measures; indicators, targets, measures.',
    ),
    feature(
      'type hierarchy',
      [...on('prepareTypeHierarchy'), 'typeHierarchy/supertypes', 'typeHierarchy/subtypes'],
      'typeHierarchyProvider',
      'The levels of government: the plans above and below.',
    ),
    senseless(
      'monikers',
      on('moniker'),
      'monikerProvider',
      'They tie symbols of packages together; a plan is no package, and its names are unique among the plans that see it.',
    ),
  ],
  'Changing names and files': [
    feature('renaming', on('rename'), 'renameProvider', 'A name in all plans, checked before it is answered.'),
    feature('renaming, prepared', on('prepareRename'), 'renameProvider.prepareProvider', 'Whether there is a name at the caret, before a new one is typed.'),
    feature(
      'renaming files, before it is done',
      ['workspace/willRenameFiles'],
      'workspace.fileOperations.willRename',
      'What has to change in plans when a file or folder is moved.',
    ),
    senseless(
      'creating files, before it is done',
      ['workspace/willCreateFiles'],
      'workspace.fileOperations.willCreate',
      'A new file changes nothing in others.',
    ),
    senseless(
      'deleting files, before it is done',
      ['workspace/willDeleteFiles'],
      'workspace.fileOperations.willDelete',
      'What a deleted plan leaves behind is for people to decide; the checker lists it.',
    ),
    senseless(
      'files created, renamed, deleted',
      ['workspace/didCreateFiles', 'workspace/didRenameFiles', 'workspace/didDeleteFiles'],
      'workspace.fileOperations.didRename',
      'The watched files below tell of these and of changes by other programs.',
    ),
    feature('commands', ['workspace/executeCommand'], 'executeCommandProvider', 'What completion asks for beside the text that it inserts.'),
  ],
  'Beside the text': [
    feature('folding', on('foldingRange'), 'foldingRangeProvider', 'Blocks, comments of several lines, long texts, regions.'),
    feature('growing a selection', on('selectionRange'), 'selectionRangeProvider', 'From a word to its text, statement, block, declaration and file.'),
    feature('colours by meaning', on('semanticTokens/full'), 'semanticTokensProvider.full', 'Kinds, statements and values; names by what they lead to.'),
    feature('… of what changed', on('semanticTokens/full/delta'), 'semanticTokensProvider.full.delta', 'The difference to the last answer.'),
    feature('… of a part', on('semanticTokens/range'), 'semanticTokensProvider.range', 'What is on the screen.'),
    feature('hints', on('inlayHint'), 'inlayHintProvider', 'When deadlines are due, which indicators lack a baseline, how far a target has come.'),
    senseless(
      'hints, worked out when looked at',
      ['inlayHint/resolve'],
      'inlayHintProvider.resolveProvider',
      'A hint is one short text; there is nothing to work out later.',
    ),
    feature('sentences above declarations', on('codeLens'), 'codeLensProvider', 'What covers a sector, where a mandate is fulfilled, where a name is used.'),
    senseless(
      'sentences, worked out when looked at',
      ['codeLens/resolve'],
      'codeLensProvider.resolveProvider',
      'They are counted with the plan; asking for each again would take longer.',
    ),
    senseless('colour values', [...on('documentColor'), ...on('colorPresentation')], 'colorProvider', 'Plans hold no colours.'),
    senseless('values while debugging', on('inlineValue'), 'inlineValueProvider', 'Plans are not run.'),
  ],
  'Workspace and documents': [
    feature('documents', on('didOpen', 'didChange', 'didClose', 'didSave'), 'textDocumentSync', 'Incremental: a letter typed is a letter sent.'),
    senseless(
      'before saving',
      on('willSave', 'willSaveWaitUntil'),
      'textDocumentSync.willSaveWaitUntil',
      'Editors format on saving by themselves, when they are asked to.',
    ),
    feature('folders', ['workspace/didChangeWorkspaceFolders'], 'workspace.workspaceFolders', 'Several at a time; they may come, go, and lie in each other.'),
    feature(
      'watched files',
      ['workspace/didChangeWatchedFiles'],
      '?',
      'Plans, data and configurations that other programs change. Registered with the editor.',
    ),
    feature('settings', ['workspace/didChangeConfiguration'], '', 'Asked for under `iplan` where the editor answers, and otherwise taken as they are told.'),
    senseless(
      'notebooks',
      ['notebookDocument/didOpen', 'notebookDocument/didChange', 'notebookDocument/didSave', 'notebookDocument/didClose'],
      'notebookDocumentSync',
      'Plans are text.',
    ),
    senseless(
      'content of virtual documents (3.18)',
      ['workspace/textDocumentContent'],
      'workspace.textDocumentContent',
      'Rules and frameworks are files that ship with the tool; nothing has to be made up.',
    ),
    feature('the life of a server', ['initialize', 'initialized', 'shutdown', 'exit'], '', 'Ends by itself when the editor does.'),
    feature('withdrawing a question', ['$/cancelRequest', 'window/workDoneProgress/cancel'], '', 'A question that waits is let go of at once.'),
    feature('traces', ['$/setTrace', '$/progress'], '', 'Switched by the editor.'),
    senseless('other encodings of positions', [], 'positionEncoding', 'UTF-16, which every editor knows.'),
  ],
};

/** Whether capabilities have what a path leads to; a path with "!" is there where they do not, an empty one and "?" always. */
export function has(capabilities, path) {
  if (path === '' || path === '?') return true;
  if (path.startsWith('!')) return !has(capabilities, path.slice(1));
  const value = path.split('.').reduce((inner, step) => inner?.[step], capabilities);
  return value !== undefined && value !== false;
}

/** An editor that can whatever the protocol lets it say, and one that says nothing. */
export const ABLE = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'], changeAnnotationSupport: { groupsOnLabel: true } },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    executeCommand: {},
    fileOperations: { willRename: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { relatedDocumentSupport: true },
    rename: { prepareSupport: true, prepareSupportDefaultBehavior: 1, honorsChangeAnnotations: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
      resolveSupport: { properties: ['edit'] },
      dataSupport: true,
    },
    completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true, labelDetailsSupport: true, documentationFormat: ['markdown'] } },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown'] },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
  window: { workDoneProgress: true },
};
export const PLAIN = {};
