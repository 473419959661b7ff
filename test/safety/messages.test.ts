// Whatever is said to the server, in whatever order: it stays, and answers.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { folderUri, until } from '../editor.ts';
import { holds, RUNS } from '../holds.ts';
import { SAMPLE } from '../text.ts';
import { slowness } from './clock.ts';
import { HERE, ODD_URIS, type Sent, session } from './messages.ts';
import { Wire } from './wire.ts';

/** A server that has begun to work answers within two seconds; on a machine that many share, in so many milliseconds. */
const LONG = Math.max(15_000, 2000 * slowness());

describe('server: random messages', () => {
  let folder: string;
  let wire: Wire | undefined;
  let requests = 0;
  let clean: string | undefined;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'iplan-messages-'));
    const at = SAMPLE.indexOf('sector work');
    writeFileSync(path.join(folder, 'plan.iplan'), SAMPLE.slice(0, at));
    writeFileSync(path.join(folder, 'sectors.iplan'), SAMPLE.slice(at));
    writeFileSync(path.join(folder, 'jobs.csv'), 'indicator,date,value\nin-work,2024-12-31,41\n');
  });
  after(async () => {
    await wire?.end();
    rmSync(folder, { recursive: true });
  });

  /** The rules of the problems of both files, after whatever was said before is taken back. */
  const problems = async (server: Wire): Promise<string> => {
    for (const uri of [...ODD_URIS, HERE]) {
      server.tell('textDocument/didClose', { textDocument: { uri: uri.replace(HERE, folderUri(folder)) } });
      server.tell('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [{ uri: uri.replace(HERE, folderUri(folder)), name: '' }] } });
    }
    server.tell('workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: folderUri(folder), name: '' }], removed: [] } });
    server.tell('workspace/didChangeConfiguration', { settings: { iplan: {} } });
    await server.ask('iplan/recheck', null, 30_000);
    const reports = ['plan.iplan', 'sectors.iplan'].map((file) =>
      server.ask('textDocument/diagnostic', { textDocument: { uri: `${folderUri(folder)}/${file}` } }, LONG),
    );
    return JSON.stringify((await Promise.all(reports)).map(({ result }) => (result as { items: { code: string }[] }).items.map(({ code }) => code)));
  };

  /** Sends one session to a server; a server that has stood it is kept for the next. */
  const stands = async (messages: readonly Sent[]): Promise<void> => {
    if (wire === undefined) {
      wire = await new Wire().start([folderUri(folder)]);
      await wire.ask('workspace/symbol', { query: '' }, 60_000);
    }
    const server = wire;
    clean ??= await problems(server);
    wire = undefined;
    try {
      const asked: { readonly id: number; readonly method: string }[] = [];
      for (const message of messages) {
        if ('text' in message) {
          server.send(message.text);
          continue;
        }
        const { method, params, asks } = message;
        const id = ++requests;
        if (asks) asked.push({ id, method });
        const real = JSON.stringify({ jsonrpc: '2.0', ...(asks ? { id } : {}), method, params });
        server.send(real.replaceAll(HERE, folderUri(folder)));
      }
      await server.ask('workspace/symbol', { query: '' }, LONG);
      for (const { id, method } of asked) await until(`answer to ${method}`, () => server.answer(id) !== undefined, LONG);
      const isOver = messages.some((message) => 'method' in message && message.method === 'shutdown');
      if (!isOver) assert.equal(await problems(server), clean, 'what was said wrongly leaves nothing behind');
      assert.equal(server.ended, undefined);
      assert.deepEqual(
        server.log.filter((line) => line.startsWith('Something failed')),
        [],
      );
      assert.equal(server.errors, '');
    } catch (error) {
      const { ended, errors } = server;
      await server.end();
      throw ended === undefined ? error : new Error(`The server ended with ${ended.code ?? ended.signal}: ${errors}`);
    }
    server.heard.length = 0;
    if (messages.some((message) => 'method' in message && message.method === 'shutdown')) await server.end();
    else wire = server;
  };

  it('end no server, and every request is answered', async () => {
    await holds('messages', fc.asyncProperty(session(50), stands), Math.max(3, Math.ceil(RUNS / 5000)));
  }).timeout(300_000);
});
