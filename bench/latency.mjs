// How long an editor waits: the real server over standard input and output, on a large file in a workspace of many.
// npm run bench:editing [-- --files 1000 --kilobytes 100 --sectors 6 --rounds 200 --profile FOLDER]; ends with 1 when a bar is not met.
// A declaration at the top is what is read anew at a keystroke, so --sectors 1, all of the file in one sector, is the hardest.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { nodeFlags, root } from '../scripts/lib/node.mjs';
import { worked } from './worked.mjs';
import { workspace } from './workspace.mjs';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '1000' },
    kilobytes: { type: 'string', default: '100' },
    sectors: { type: 'string', default: '6' },
    rounds: { type: 'string', default: '200' },
    profile: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
/** The first rounds are for the machine to warm up. */
const WARM = 30;

const folder = mkdtempSync(path.join(tmpdir(), 'iplan-bench-'));
const texts = workspace(Number(values.files), Number(values.kilobytes), Number(values.sectors));
for (const [file, text] of texts) {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}
const [file, text] = texts.entries().next().value;
const uri = pathToFileURL(path.join(folder, file)).href;
const lines = text.split('\n');

/** Starts a server for an editor that asks for problems or is told of them. */
async function start(pulls) {
  const profile = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
  const child = spawn(process.execPath, [...nodeFlags, ...profile, path.join(root, 'server/src/server.start.ts'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const heard = new Map();
  connection.onNotification('textDocument/publishDiagnostics', (told) => heard.get(`${told.uri} ${told.version}`)?.());
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  const began = performance.now();
  const { capabilities } = await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
    capabilities: {
      workspace: { diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
      textDocument: { publishDiagnostics: { versionSupport: true }, ...(pulls ? { diagnostic: {} } : {}), rename: { prepareSupport: true } },
    },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'iplan', version: 1, text } });
  await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 2 } });
  const ready = performance.now() - began;
  /** Resolves when problems of a version of the document are told. */
  const told = (version) => new Promise((resolve) => heard.set(`${uri} ${version}`, resolve));
  const end = async () => {
    await connection.sendRequest('shutdown');
    const gone = new Promise((resolve) => child.once('exit', resolve));
    await connection.sendNotification('exit');
    await gone;
    connection.dispose();
  };
  return { connection, capabilities, ready, told, end, child };
}

/** Random places, the same in every run: where a word of a kind stands. */
function places(pattern) {
  const found = lines.flatMap((line, i) => {
    const match = pattern.exec(line);
    return match === null ? [] : [{ line: i, character: match.index + match[0].length - 1 }];
  });
  let seed = 42;
  return () => found[(seed = (seed * 1103515245 + 12345) % 2147483648) % found.length];
}

async function measure({ child }, ask, n = rounds) {
  const took = [];
  let before = 0;
  for (let i = -Math.min(WARM, n); i < n; i++) {
    if (i === 0) before = worked(child.pid);
    const ms = await ask();
    if (i >= 0) took.push(ms);
  }
  return { took: took.sort((a, b) => a - b), work: (worked(child.pid) - before) / n };
}

const table = [];
const report = (what, { took, work }, bar) => {
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
  table.push({ what, bar, work, median: at(0.5), p95: at(0.95), most: took.at(-1) });
};

async function keystrokes(pulls) {
  const server = await start(pulls);
  const { connection } = server;
  let version = 1;
  const status = places(/status ongoing/);
  let [at, typed] = [status(), true];
  const took = await measure(server, async () => {
    // A letter that makes a word wrong, then taken away again, so that each stroke changes what is found; the pace is that of fast typing.
    const range = { start: at, end: typed ? at : { line: at.line, character: at.character + 1 } };
    const told = pulls ? undefined : server.told(++version);
    const began = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: pulls ? ++version : version },
      contentChanges: [{ range, text: typed ? 'x' : '' }],
    });
    if (pulls) await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    else await told;
    const ms = performance.now() - began;
    if (!typed) at = status();
    typed = !typed;
    await new Promise((resolve) => setTimeout(resolve, 40));
    return ms;
  });
  report(`keystroke → problems of the file, ${pulls ? 'asked' : 'told'}`, took, 50);
  return server;
}

async function questions(server) {
  const { connection, capabilities } = server;
  const ask =
    (method, place, more = {}) =>
    async () => {
      const began = performance.now();
      const answer = await connection.sendRequest(method, { textDocument: { uri }, position: place(), ...more });
      const ms = performance.now() - began;
      if (answer === null || answer.length === 0) throw new Error(`${method} answered nothing`);
      return ms;
    };
  const name = places(/(?:lead|measured by|serves) \S\S/);
  report('hover', await measure(server, ask('textDocument/hover', name)), 30);
  report('definition', await measure(server, ask('textDocument/definition', name)), 30);
  report('completion', await measure(server, ask('textDocument/completion', places(/^ {4}lead o/))), 30);
  report('references', await measure(server, ask('textDocument/references', name, { context: { includeDeclaration: true } })), 30);
  // What an editor asks again after every pause of typing.
  const more = {
    documentSymbolProvider: 'documentSymbol',
    foldingRangeProvider: 'foldingRange',
    semanticTokensProvider: 'semanticTokens/full',
    codeLensProvider: 'codeLens',
  };
  for (const [capability, method] of Object.entries(more)) {
    if (capabilities[capability]) report(method, await measure(server, ask(`textDocument/${method}`, name)), 30);
  }
  const whole = {
    range: { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } },
    options: { tabSize: 2, insertSpaces: true },
    context: { diagnostics: [] },
  };
  const maybe = async (method) => {
    const began = performance.now();
    await connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...whole });
    return performance.now() - began;
  };
  if (capabilities.inlayHintProvider) report('inlayHint, the whole file', await measure(server, () => maybe('inlayHint'), 50), 30);
  if (capabilities.documentFormattingProvider) report('formatting', await measure(server, () => maybe('formatting'), 50));
  if (capabilities.renameProvider) {
    const duty = { textDocument: { uri: pathToFileURL(path.join(folder, 'state/plan.iplan')).href }, position: { line: 1, character: 7 } };
    const rename = async () => {
      const began = performance.now();
      await connection.sendRequest('textDocument/rename', { ...duty, newName: 'bureau' });
      return performance.now() - began;
    };
    report('rename over the workspace', await measure(server, rename, 20), 500);
  }
}

try {
  const size = [...texts.values()].reduce((sum, { length }) => sum + length, 0);
  console.log(
    `${texts.size} files, ${Math.round(size / 1024)} KB; the file of ${Math.round(text.length / 1024)} KB has ${lines.length} lines in ${values.sectors} sectors. ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}.\n`,
  );
  const told = await keystrokes(false);
  await told.end();
  const asked = await keystrokes(true);
  await questions(asked);
  await asked.end();
  const ms = (n) => `${n.toFixed(1)} ms`.padStart(10);
  console.log(`${'what'.padEnd(42)}${'median'.padStart(10)}${'p95'.padStart(10)}${'most'.padStart(10)}${'work'.padStart(10)}       bar`);
  for (const { what, median, p95, most, work, bar } of table) {
    const kept = bar === undefined ? '' : `${String(bar).padStart(7)} ms ${p95 <= bar ? '✓' : '✗'}`;
    console.log(`${what.padEnd(42)}${ms(median)}${ms(p95)}${ms(most)}${ms(work)}${kept}`);
  }
  console.log(`\nFrom the start to the first answer: ${Math.round(asked.ready)} ms.`);
  process.exitCode = table.some(({ p95, bar }) => p95 > bar) ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
