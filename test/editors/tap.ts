// Stands between an editor and the server: passes on every byte, listens, and writes down what was said and what was wrong, once the
// server is asked to end: some editors then wait for its answer and kill it.
import { spawn } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { Conversation } from '../protocol/conversation.ts';

const [report, command, ...args] = process.argv.slice(2) as [string, string, ...string[]];
const conversation = new Conversation();
const said: string[] = [];

function listen(stream: Readable, take: (message: Message) => void): void {
  const copy = new PassThrough();
  stream.pipe(copy);
  new StreamMessageReader(copy).listen((message) => {
    const { method } = message as { method?: string };
    if (method !== undefined) said.push(method);
    take(message);
    if (said.includes('shutdown')) write();
  });
}

/** In one go: who is killed while it writes leaves what it wrote before. */
function write(code?: number | null): void {
  writeFileSync(`${report}.new`, JSON.stringify({ pid: child.pid, code, said, wrong: conversation.wrong }));
  renameSync(`${report}.new`, report);
}

const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
listen(process.stdin, (message) => conversation.client(message));
listen(child.stdout, (message) => conversation.server(message));
process.stdin.pipe(child.stdin);
child.stdout.pipe(process.stdout);
child.stdin.on('error', () => {});
process.stdout.on('error', () => {});
child.on('close', (code) => {
  write(code);
  process.exit(code ?? 1);
});
