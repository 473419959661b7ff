// Loaded into a process before anything else: writes down every file that is read, listed or written, every socket and every program.
// One line a deed, `kind path`, into the file that IPLAN_TRACE names.
import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const { openSync, writeSync } = fs;
const log = openSync(process.env.IPLAN_TRACE, 'a');
const note = (kind, what) =>
  writeSync(log, `${kind} ${typeof what === 'string' || what instanceof URL ? what : typeof what === 'number' ? '' : JSON.stringify(what)}\n`);

function watch(holder, name, kind) {
  const real = holder[name];
  if (typeof real !== 'function') return;
  holder[name] = Object.assign(function (...args) {
    if (typeof args[0] !== 'number') note(typeof kind === 'function' ? kind(args) : kind, args[0]);
    return real.apply(this, args);
  }, real);
}

const WRITES = 'writeFile appendFile mkdir mkdtemp rename rm rmdir unlink symlink link copyFile cp truncate chmod chown utimes'.split(' ');
const READS = 'readFile readdir opendir readlink'.split(' ');
const opened = ([, flags]) => (flags === undefined || flags === 'r' || (typeof flags === 'number' && (flags & 3) === 0) ? 'read' : 'write');
for (const holder of [fs, fs.promises])
  for (const end of ['', 'Sync']) {
    for (const name of WRITES) watch(holder, name + end, 'write');
    for (const name of READS) watch(holder, name + end, 'read');
    watch(holder, `open${end}`, opened);
  }
for (const name of ['createReadStream']) watch(fs, name, 'read');
for (const name of ['createWriteStream']) watch(fs, name, 'write');
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) watch(childProcess, name, 'program');
watch(net.Socket.prototype, 'connect', 'socket');
watch(net.Server.prototype, 'listen', 'socket');
syncBuiltinESMExports();
