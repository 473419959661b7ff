// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the changes are pieces of sources, which have them.
// The promises of docs/SECURITY.md: each with the tests that hold it, and a change to the product that was seen to make one of them red.
// `npm run generate` writes the table, `npm run prove` tries every change again in a copy.

/**
 * `tests`: file and a part of the name of a test; the first one is run by the proof. `change`: in `file`, `from` becomes `to`.
 * `note`: where the promise is another one than elsewhere, and why.
 */
const row = (id, promise, tests, change, note) => ({ id, promise, tests, change, note });
const change = (file, from, to, more = {}) => ({ file, from, to, ...more });
const S = 'server/src';

export const ROWS = [
  row(
    'R1',
    'Every text is read; the parts of what is read lie within it, in its order.',
    [
      ['test/syntax.test.ts', 'never throws on mutants'],
      ['test/syntax.test.ts', 'never throws on random text'],
    ],
    change(`${S}/syntax/parse.ts`, 'from = cut;', 'from = cut + 1;'),
  ),
  row(
    'R2',
    'Odd characters, half characters and odd line ends harm nothing.',
    [
      ['test/safety/hostile.test.ts', 'odd in one way each'],
      ['test/syntax.test.ts', 'never throws on random text'],
    ],
    change(`${S}/syntax/parse.ts`, 'pieces.push(text.slice(from));', "pieces.push(text.slice(from).replace(/\\0/g, ''));"),
  ),
  row(
    'R3',
    'Reading and judging take time in proportion to what there is.',
    [
      ['test/syntax.test.ts', 'takes time in proportion to bad statements at the top'],
      ['test/safety/hostile.test.ts', 'are judged in proportion to their size'],
    ],
    change(
      `${S}/syntax/parse.ts`,
      'pieces.push(text.slice(from));',
      "for (let i = 0; i < text.length; i += 50) text.lastIndexOf('\\u0001', i);\n  pieces.push(text.slice(from));",
    ),
    'There are no imports; chains and rings are those of plans above plans.',
  ),
  row(
    'R4',
    'After any edits everything is as if it were read from scratch.',
    [
      ['test/syntax.test.ts', 'same tree after an edit as from scratch'],
      ['test/syntax.test.ts', 'knows without parsing what a letter in a value changes'],
      ['test/syntax.test.ts', 'reads after letters in values what it reads from scratch'],
      ['test/lint.test.ts', 'same after edits as from scratch'],
      ['test/server/fresh.test.ts', 'in an editor that'],
      ['test/safety/living.test.ts', 'says what a server says that is started then'],
      ['test/vscode/suite/living.ts', 'shows what a server says that is started then'],
    ],
    change(`${S}/syntax/parse.ts`, 'to + around', 'to'),
  ),
  row(
    'R5',
    'The server keeps the same text as the editor, whatever is typed and wherever.',
    [['test/safety/sync.test.ts', 'is the same text with the same lines']],
    change(`${S}/session.ts`, 'start: Math.min(a, b), end: Math.max(a, b)', 'start: a, end: Math.max(a, b)'),
  ),
  row(
    'R6',
    'Messages of any kind and order end no server; each request is answered; what was said wrongly leaves nothing behind.',
    [['test/safety/messages.test.ts', 'end no server, and every request is answered']],
    change(`${S}/server.ts`, 'log(name, error);\n          return empty;', 'void Promise.reject(error);\n          return empty;'),
  ),
  row(
    'R7',
    'A change stops the judging of the old text, and nothing of the old text is told after it.',
    [['test/safety/faults.test.ts', 'are stopped by a change']],
    change(`${S}/telling.ts`, 'const version = this.#session.versionOf(uri);\n    // A closed', 'const version = 1;\n    // A closed'),
  ),
  row(
    'R8',
    'A rule that fails is named in the log, and every other rule still says what it finds.',
    [
      ['test/safety/faults.test.ts', 'one that throws is named, and every other'],
      ['test/safety/faults.test.ts', 'none takes longer than a second'],
      ['test/vscode/suite/problems.ts', 'a server that hangs is told of'],
    ],
    change(`${S}/rules/run.ts`, 'failures.push({ rule: rule.id, error });', 'throw error;'),
    'Rules are part of the program, and a folder cannot bring any; so none is interrupted. Instead each is held to its second, over a large plan. Should the server hang all the same, VS Code says so after ten seconds, and starts another one at a click.',
  ),
  row(
    'R9',
    'A server that is killed is back within three seconds, with what is open.',
    [
      ['test/vscode/suite/problems.ts', 'a server that is killed is back'],
      ['test/safety/faults.test.ts', 'that has no memory left ends'],
    ],
    change(`${S}/server.start.ts`, 'startServer();\n', 'setTimeout(startServer, 3_600_000);\n', { proof: 'that has no memory left ends' }),
    'The client of the language server starts it again, four times in three minutes; the fifth time it says so and leaves the editor as it is.',
  ),
  row(
    'R10',
    'A file that its reader chokes on costs itself only.',
    [
      ['test/safety/faults.test.ts', 'one that its reader chokes on'],
      ['test/server/unread.test.ts', 'costs itself only'],
    ],
    change(`${S}/saved.ts`, 'this.#heard.unread(uri, error);\n    }\n', 'throw error;\n    }\n'),
  ),
  row(
    'R11',
    '10 MB of plans take at most 250 MB, and not more after 10,000 edits.',
    [['test/safety/memory.test.ts', 'does not grow while somebody types']],
    change(
      `${S}/session.ts`,
      'const document = this.#open.get(uri);\n    if (document === undefined) return;\n    mustBeTexts',
      'const document = this.#open.get(uri);\n    if (document === undefined) return;\n    this.#ofPlans.set(`${this.#changes}`, new Map([[uri, new Array(20_000).fill(0) as never]]));\n    mustBeTexts',
    ),
    'The small test is run always; the full size is measured by hand with IPLAN_SOAK=1.',
  ),
  row(
    'R12',
    'An editor does not wait.',
    [
      ['test/server/idle.test.ts', 'waits for nothing but the next word'],
      ['test/server.test.ts', 'says of a large plan at once'],
    ],
    change(`${S}/session.ts`, 'return document.head === undefined ?', 'return document.head !== undefined && false ?', {
      proof: 'says of a large plan at once',
      at: 1,
    }),
    'Times are measured by `npm run bench`, which fails where a bar is not met; no test depends on a clock.',
  ),
  row(
    'R13',
    'A mend does what it says, breaks nothing, and is stable.',
    [
      ['test/fixes.test.ts', 'mend what they say and break nothing'],
      ['test/mending.test.ts', 'makes no new mistake in the writing'],
    ],
    change(
      `${S}/rules/mend.ts`,
      'removal(node: Statement, title: string): Fix {',
      "removal(node: Statement, title: string): Fix {\n  if (title !== '') return { title, edits: [{ span: { start: node.span.start, end: node.span.start + 1 }, text: '{' }] } as never;",
    ),
  ),
  row(
    'R14',
    'A new name means the same everywhere, or is refused.',
    [
      ['test/features/rename.test.ts', 'refuses'],
      ['test/features/rename.test.ts', 'keeps every plan of the examples whole'],
    ],
    change(`${S}/features/rename.ts`, 'if (other !== undefined) return { refused:', 'if (other === null) return { refused:'),
  ),
  row(
    'R15',
    'A plan that is laid out means the same, keeps its comments, and is laid out.',
    [
      ['test/print.test.ts', 'keeps meaning and comments'],
      ['test/print.test.ts', 'whatever the white space'],
    ],
    change(`${S}/syntax/format.ts`, "'\\n' : '\\n\\n';", "'' : '\\n\\n';"),
  ),
  row(
    'R16',
    'The same plans give the same bytes, in any order, zone and language.',
    [
      ['test/hostile-reports.test.ts', 'are the same bytes, whenever'],
      ['test/examples.test.ts', 'same findings whatever the order'],
    ],
    change(`${S}/reports/plan/json.ts`, 'return `${JSON.stringify(report, null, 2)}', 'return `${new Date(0).getHours()}${JSON.stringify(report, null, 2)}'),
  ),
  row(
    'R17',
    'Editor and command line find the same; machine formats keep to their schemas.',
    [
      ['test/reports.test.ts', 'JSON that its schema describes'],
      ['test/server.test.ts', 'finds what the command line finds in every example'],
      ['test/reports.test.ts', 'that the schema of its standard takes'],
    ],
    change(`${S}/reports/json.ts`, '    version: 1,', '    versio: 1,'),
  ),
  row(
    'R18',
    'What is shown follows the disk: closing, removing, renaming, another branch.',
    [
      ['test/server/fresh.test.ts', 'when git puts another branch in place'],
      ['test/server/fresh.test.ts', 'when a document is closed without saving'],
      ['test/server/fresh.test.ts', 'when only the folder is told to be there'],
      ['test/vscode/suite/living.ts', 'shows what a server says that is started then'],
    ],
    change(`${S}/saved.ts`, 'gone ? known.filter', 'gone ? [].filter'),
  ),
  row(
    'R19',
    'The command line ends with its code and one sentence, whatever it cannot read or write.',
    [
      ['test/cli.test.ts', 'is not upset by a reader that stops early'],
      ['test/cli.test.ts', 'says one sentence for each file that it cannot read'],
      ['test/cli.test.ts', 'says so when a file or a folder may not be read'],
      ['test/full-disk.test.ts', 'has one sentence for'],
      ['test/mending.test.ts', 'says why a report cannot be written'],
    ],
    change(`${S}/cli/main.ts`, "process.stdout.on('error',", "process.stdout.on('never' as 'error',"),
  ),
  row(
    'R20',
    'What once broke is tried again in every run.',
    [['test/safety/corpus.test.ts', 'is tried again by the property that it broke']],
    change('test/holds.ts', 'examples: past.map', 'examples: [].map'),
  ),
  row(
    'S1',
    'No bundle can start a program, reach a network or make code, but where it is written down why.',
    [['test/safety/bundles.test.ts', 'reach no network, no process']],
    change(
      `${S}/server.node.ts`,
      'export function startServer(): void {',
      "export function startServer(): void {\n  void import('node:http').then(({ get }) => process.argv.includes('--no') && get('x'));",
      { build: true },
    ),
  ),
  row(
    'S2',
    'Opening a folder reads below it and nothing else; nothing is written, sent or started.',
    [
      ['test/safety/folder.test.ts', 'is read by the server and nothing else is'],
      ['test/safety/folder.test.ts', 'is read by the command line and nothing else is'],
    ],
    change(`${S}/host/disk.ts`, 'roots.add(root);\n      const found', "roots.add(root);\n      readText('/etc/hostname');\n      const found"),
    'What Node.js compiled of the program itself is kept in the user’s own folder of caches, with no word of a plan, so that the next start is faster; `NODE_DISABLE_COMPILE_CACHE=1` keeps nothing.',
  ),
  row(
    'S3',
    'A path in a plan or a configuration stays in its folder, however it is written.',
    [['test/safety/folder.test.ts', 'names no data file outside of its plan']],
    change(`${S}/model/data.ts`, 'if (segments.length < floor)', 'if (segments.length < 0)'),
  ),
  row(
    'S4',
    'Links are not followed, and nobody waits for a pipe.',
    [
      ['test/safety/folder.test.ts', 'leads nowhere by its links'],
      ['test/cli.test.ts', 'does not wait for a pipe'],
    ],
    change(`${S}/host/disk.ts`, 'leadsElsewhere(path, roots)', 'leadsElsewhere(path, roots) && roots.size > 99'),
  ),
  row(
    'S5',
    'Plans in a ring are a problem of each; a chain, however long, is none.',
    [
      ['test/safety/hostile.test.ts', 'a ring of plans is one problem'],
      ['test/safety/hostile.test.ts', 'are judged in proportion to their size'],
    ],
    change(`${S}/rules/names/plan-cycle.ts`, 'report({', 'void ({'),
    'There are no imports: plans name plans above them.',
  ),
  row(
    'S6',
    'No pattern runs for ever: not ours, and none that a folder brings.',
    [
      ['test/globs.test.ts', 'that are made to take for ever do not'],
      ['test/safety/regexes.test.ts', 'are known to be safe'],
      ['test/grammar.test.ts', 'goes over very long lines in a moment'],
    ],
    change(
      `${S}/text/globs.ts`,
      'matches(\n    [...pattern],',
      "new RegExp(`^${pattern.replaceAll('*', '[^/]*')}$`).test(name) || matches(\n    [...pattern],",
    ),
  ),
  row(
    'S7',
    'Waivers and texts that nobody ended take no time.',
    [['test/safety/hostile.test.ts', 'that hold waivers that nobody ended are judged in proportion to their size']],
    change(
      `${S}/syntax/parse.ts`,
      'pieces.push(text.slice(from));',
      "for (let i = 0; i < text.length; i++) for (const c of '\\u0001\\u0002\\u0003') text.lastIndexOf(c, i);\n  pieces.push(text.slice(from));",
    ),
    'There are no comments that switch rules off; what accepts a finding is a statement of the language.',
  ),
  row(
    'S8',
    'Names of what every object has are names like any others.',
    [['test/safety/hostile.test.ts', 'with the names of what every object has']],
    change(
      `${S}/model/scope.ts`,
      'resolve(name: string): Found | undefined {',
      'resolve(name: string): Found | undefined {\n    if (name in {}) return undefined;',
    ),
  ),
  row(
    'S9',
    'A configuration is told its mistakes in sentences, at once, and changes nothing of what is right.',
    [
      ['test/safety/hostile.test.ts', 'are told in sentences, at once'],
      ['test/config.test.ts', 'is not brought down by size or depth'],
    ],
    change(`${S}/config/config.ts`, 'const KEYS = [', "const KEYS = ['$ref', '$data', 'extends', "),
  ),
  row(
    'S10',
    'A page holds the words of a plan and no live part of them: 200 payloads in every text.',
    [['test/html.test.ts', '200 payloads in every text']],
    change(`${S}/reports/escape.ts`, 'text.replace(/[&<>"\']/g', 'text.replace(/[&>"\']/g'),
  ),
  row(
    'S11',
    'Every page has the policy that lets in our own style and script, and nothing else.',
    [
      ['test/preview.test.ts', 'has the policy that lets in our own files'],
      ['test/html.test.ts', 'allows its own style by its hash'],
    ],
    change('client/src/preview/shell.ts', "base-uri 'none'; ", ''),
  ),
  row(
    'S12',
    'Of what a page says only a closed list is heard, and no path or command of it is taken.',
    [['test/preview.test.ts', 'are a closed list']],
    change('client/src/preview/said.ts', 'Number.isSafeInteger(value) &&', 'Number.isFinite(value) &&'),
  ),
  row(
    'S13',
    'What is shown on hovering is text: no link, no image, no HTML.',
    [
      ['test/features/hover.test.ts', 'lets no text of a plan become Markdown'],
      ['test/hostile-reports.test.ts', 'nothing but words out of Markdown'],
    ],
    change(`${S}/reports/escape.ts`, '.replace(/[\\\\`*_[\\]|~$@&<>]/g', '.replace(/[\\\\`*_|~$@&]/g', { proof: 'nothing but words out of Markdown' }),
  ),
  row(
    'S14',
    'No control character or mark of direction of a plan reaches a terminal.',
    [
      ['test/reports.test.ts', 'lets nothing through that a reader would obey'],
      ['test/html.test.ts', '200 payloads in every text'],
    ],
    change(`${S}/reports/escape.ts`, '[\\u0000-\\u001f\\u007f-\\u009f\\u061c', '[\\u007f-\\u009f\\u061c'),
  ),
  row(
    'S15',
    'No word of a plan is a command of a build server.',
    [
      ['test/reports.test.ts', 'writes one workflow command for each problem'],
      ['test/reports.test.ts', 'lets nothing through'],
    ],
    change(`${S}/reports/escape.ts`, ".replace(/,/g, '%2C')", ''),
  ),
  row(
    'S16',
    'XML and SARIF read back to the same words.',
    [
      ['test/reports.test.ts', 'writes JUnit XML that a reader of XML reads'],
      ['test/reports.test.ts', 'writes Checkstyle XML'],
    ],
    change(`${S}/reports/escape.ts`, "'<': '&lt;', '>': '&gt;', '\"': '&quot;', \"'\"", "'<': '<', '>': '&gt;', '\"': '&quot;', \"'\""),
  ),
  row(
    'S17',
    'No cell of a table is a formula to a spreadsheet.',
    [['test/hostile-reports.test.ts', 'no live cell, broken line or invalid XML']],
    change(`${S}/reports/escape.ts`, '[=+\\-@＝＋－＠|%]/u', '[=+\\-＝＋－＠|%]/u'),
  ),
  row(
    'S18',
    'Sheets and documents hold text: no formula, field, link or object of a plan.',
    [['test/hostile-reports.test.ts', 'no formula, field or link into Excel and Word']],
    change(`${S}/reports/escape.ts`, 'shownCodes(text.replace(/[\\t-\\r', '((x: string) => x)(text.replace(/[\\t-\\r'),
  ),
  row(
    'S19',
    'A report takes the place of a file whole or not at all, and nobody’s change is lost.',
    [
      ['test/mending.test.ts', 'leaves a file alone that somebody has changed meanwhile'],
      ['test/mending.test.ts', 'says why a report cannot be written'],
    ],
    change(`${S}/host/write.ts`, "!('text' in now) || now.text !== was", "!('text' in now)"),
    'A file that the user names is written through a link that the user made; a folder cannot name one.',
  ),
  row(
    'S20',
    'Folders that are not trusted, and those that are no disk, work as all others, without the disk.',
    [['test/safety/folder.test.ts', 'that is no disk is read through the editor alone']],
    change(
      `${S}/server.node.ts`,
      "?.files !== 'editor') return disk;",
      "?.files !== 'editor') return disk;\n    await import('node:fs').then(({ readdirSync }) => readdirSync('/etc'));",
    ),
  ),
  row(
    'S21',
    'A flood of problems is cut and counted.',
    [['test/safety/hostile.test.ts', 'with 100,000 problems are told in a thousand']],
    change(`${S}/lint.ts`, 'const MOST = 1000;', 'const MOST = 100_000;'),
  ),
  row(
    'S22',
    'The packages hold the files of a list, no secret, and nothing of the machine that made them.',
    [
      ['test/safety/bundles.test.ts', 'hold no secret and no path'],
      ['test/package.test.ts', 'the npm package holds what it should'],
      ['test/package.test.ts', 'the bundles are small enough'],
    ],
    change(
      `${S}/server.node.ts`,
      'export function startServer(): void {',
      "export function startServer(): void {\n  if (process.argv.includes('AKIAABCDEFGHIJKLMNOP')) return;",
      { build: true },
    ),
  ),
  row(
    'S23',
    'Versions are exact, hashes locked, install scripts off, licences known, parts listed.',
    [
      ['test/safety/supply.test.ts', 'names exact versions only'],
      ['test/safety/supply.test.ts', 'has a lock file with the hash'],
      ['test/safety/supply.test.ts', 'bundles code under known licences'],
    ],
    change('package.json', '"mocha": "12.0.3"', '"mocha": "^12.0.3"'),
    'What others found is asked of the registry in CI (`npm audit`), because not every registry answers.',
  ),
  row(
    'S24',
    'Releases are published by what the run proves, with provenance and a list of parts; actions are pinned, rights are to read.',
    [
      ['test/safety/supply.test.ts', 'pins every action by its commit'],
      ['test/safety/supply.test.ts', 'publishes by what the run itself proves'],
    ],
    change('.github/workflows/ci.yml', 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683', 'actions/checkout@v4', { any: true }),
  ),
  row(
    'S25',
    'How to report a hole is written down, and every promise here has a test that exists.',
    [['test/safety/table.test.ts', 'names tests that exist']],
    change('test/globs.test.ts', 'that are made to take for ever do not', 'that are slow are not'),
  ),
];
