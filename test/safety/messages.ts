// Messages that an editor might send, and messages that no editor should.
import fc from 'fast-check';
import { NASTY, SAMPLE } from '../text.ts';

/** What stands for the folder of the plans, which is known only when a server runs. */
export const HERE = 'file:///HERE';

const URIS = [`${HERE}/plan.iplan`, `${HERE}/sectors.iplan`, `${HERE}/jobs.csv`, `${HERE}/iplan.config.json`];
/** Addresses that are none, or lead elsewhere. */
export const ODD_URIS = [
  ...URIS,
  '',
  'x',
  'file:',
  'file:///',
  'file:///%',
  'file://host/a.iplan',
  'untitled:Untitled-1',
  'http://a/b.iplan',
  'iplan-library:/x',
  `${HERE}/__proto__`,
];
const uri = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...URIS) }, { weight: 1, arbitrary: fc.constantFrom(...ODD_URIS) });
/** A folder as it comes and goes; not the whole disk, which would be read. */
const folder = fc.oneof(uri, fc.constant(HERE)).filter((one) => !/^file:\/*$/.test(one));
const number = fc.oneof({ weight: 8, arbitrary: fc.nat(50) }, { weight: 1, arbitrary: fc.constantFrom<unknown>(-1, 1.5, 2 ** 31, 1e308, -1e308, null, '3') });
const position = fc.record({ line: number, character: number });
const range = fc.record({ start: position, end: position });
const text = fc.oneof(
  fc.constantFrom(...NASTY, SAMPLE, ''),
  fc.nat(SAMPLE.length).map((at) => SAMPLE.slice(at, at + 60)),
);
const document = fc.record({ uri });
const here = fc.record({ textDocument: document, position });
const item = fc.record({ uri, name: text, kind: fc.nat(30), range, selectionRange: range });
/** What no parameter should be. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, '', 'x', [], {}, [null], [[]], { a: 1 }, JSON.parse('{ "__proto__": { "polluted": 1 } }')),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The parameters of every method that the server listens to, each more or less right. */
export const NOTIFICATIONS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'textDocument/didOpen': fc.record({ textDocument: fc.record({ uri, languageId: fc.constant('iplan'), version: number, text }) }),
  'textDocument/didChange': fc.record({
    textDocument: fc.record({ uri, version: number }),
    contentChanges: fc.array(fc.oneof(fc.record({ range, text }), fc.record({ text })), { maxLength: 4 }),
  }),
  'textDocument/didClose': fc.record({ textDocument: document }),
  'textDocument/didSave': fc.record({ textDocument: document }),
  'workspace/didChangeWatchedFiles': fc.record({ changes: fc.array(fc.record({ uri, type: fc.constantFrom<unknown>(1, 2, 3, 4) }), { maxLength: 4 }) }),
  'workspace/didChangeWorkspaceFolders': fc.record({
    event: fc.record({
      added: fc.array(fc.record({ uri: folder, name: text }), { maxLength: 2 }),
      removed: fc.array(fc.record({ uri: folder, name: text }), { maxLength: 2 }),
    }),
  }),
  'workspace/didChangeConfiguration': fc.record({ settings: fc.oneof(junk, fc.record({ iplan: junk })) }),
  initialized: fc.constant({}),
  '$/cancelRequest': fc.record({ id: fc.nat(60) }),
  '$/setTrace': fc.record({ value: fc.constantFrom<unknown>('off', 'verbose', 1) }),
  'no/such': junk,
};

export const REQUESTS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'textDocument/completion': here,
  'textDocument/hover': here,
  'textDocument/definition': here,
  'textDocument/references': fc.record({ textDocument: document, position, context: fc.record({ includeDeclaration: fc.boolean() }) }),
  'textDocument/documentHighlight': here,
  'textDocument/documentSymbol': fc.record({ textDocument: document }),
  'workspace/symbol': fc.record({ query: text }),
  'textDocument/formatting': fc.record({ textDocument: document, options: fc.constant({ tabSize: 2, insertSpaces: true }) }),
  'textDocument/rangeFormatting': fc.record({ textDocument: document, range, options: fc.constant({ tabSize: 2, insertSpaces: true }) }),
  'textDocument/onTypeFormatting': fc.record({
    textDocument: document,
    position,
    ch: fc.constantFrom('\n', '}', ';', 'x'),
    options: fc.constant({ tabSize: 2, insertSpaces: true }),
  }),
  'textDocument/foldingRange': fc.record({ textDocument: document }),
  'textDocument/selectionRange': fc.record({ textDocument: document, positions: fc.array(position, { maxLength: 3 }) }),
  'textDocument/documentLink': fc.record({ textDocument: document }),
  'textDocument/semanticTokens/full': fc.record({ textDocument: document }),
  'textDocument/semanticTokens/full/delta': fc.record({ textDocument: document, previousResultId: text }),
  'textDocument/semanticTokens/range': fc.record({ textDocument: document, range }),
  'textDocument/signatureHelp': here,
  'textDocument/inlayHint': fc.record({ textDocument: document, range }),
  'textDocument/inlineCompletion': fc.record({ textDocument: document, position, context: fc.constant({ triggerKind: 1 }) }),
  'textDocument/codeLens': fc.record({ textDocument: document }),
  'completionItem/resolve': fc.record({ label: text, data: junk }),
  'textDocument/codeAction': fc.record({ textDocument: document, range, context: fc.constant({ diagnostics: [] }) }),
  'codeAction/resolve': fc.record({ title: text, data: junk }),
  'textDocument/prepareRename': here,
  'textDocument/rename': fc.record({ textDocument: document, position, newName: text }),
  'workspace/willRenameFiles': fc.record({ files: fc.array(fc.record({ oldUri: uri, newUri: uri }), { maxLength: 2 }) }),
  'workspace/executeCommand': fc.record({ command: fc.constantFrom('iplan.declare', 'x'), arguments: fc.oneof(junk, fc.tuple(uri, text, text)) }),
  'textDocument/prepareCallHierarchy': here,
  'callHierarchy/incomingCalls': fc.record({ item }),
  'callHierarchy/outgoingCalls': fc.record({ item }),
  'textDocument/prepareTypeHierarchy': here,
  'typeHierarchy/supertypes': fc.record({ item }),
  'typeHierarchy/subtypes': fc.record({ item }),
  'textDocument/diagnostic': fc.record({ textDocument: document, previousResultId: text }),
  'iplan/preview': fc.record({ uri, view: text, rested: fc.boolean() }),
  'iplan/planTree': junk,
  'iplan/findings': junk,
  'iplan/planState': junk,
  'iplan/rulePage': junk,
  'iplan/newPlan': junk,
  'iplan/recheck': junk,
  'iplan/alive': junk,
  initialize: fc.record({ processId: fc.constant(null), rootUri: fc.constant(null), capabilities: fc.constant({}) }),
  'no/such': junk,
};

/** One message: a request has a number. Text in place of a message is sent as it is. */
export type Sent = { readonly method: string; readonly params: unknown; readonly asks: boolean } | { readonly text: string };

/** Replaces one part of some parameters, or all of them, by what they should not be. */
const spoilt = (params: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(params, fc.nat(7), junk).map(([value, at, instead]) => {
    if (at === 0 || typeof value !== 'object' || value === null) return instead;
    const keys = Object.keys(value);
    const key = keys[at % keys.length];
    return key === undefined ? instead : { ...value, [key]: instead };
  });

const of = (methods: Readonly<Record<string, fc.Arbitrary<unknown>>>, asks: boolean): fc.Arbitrary<Sent> =>
  fc.constantFrom(...Object.keys(methods)).chain((method) => {
    const params = methods[method] as fc.Arbitrary<unknown>;
    return fc.oneof({ weight: 4, arbitrary: params }, { weight: 1, arbitrary: spoilt(params) }).map((given) => ({ method, params: given, asks }));
  });

export const sent: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 8, arbitrary: of(NOTIFICATIONS, false) },
  { weight: 10, arbitrary: of(REQUESTS, true) },
  // Asked without a number, told with one.
  { weight: 1, arbitrary: of(REQUESTS, false) },
  { weight: 1, arbitrary: of(NOTIFICATIONS, true) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('{', '', 'null', '[]', '7', '"x"', '{"jsonrpc":"2.0"}', '{"id":1}', '{"jsonrpc":"2.0","id":{},"method":"x"}', '\u0000')
      .map((body) => ({ text: body })),
  },
);

const shutdown: fc.Arbitrary<Sent> = fc.constant({ method: 'shutdown', params: undefined, asks: true });

/** Messages as they may follow each other; some go on after the server was asked to shut down. */
export const session = (length: number): fc.Arbitrary<readonly Sent[]> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.array(sent, { minLength: length, maxLength: length, size: 'max' }) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.array(sent, { maxLength: length, size: 'max' }), shutdown, fc.array(sent, { maxLength: 10 })).map((parts) => parts.flat()),
    },
  );
