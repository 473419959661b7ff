// Loaded into a program before it starts, where the system will not make it so: writing below IPLAN_FULL fails as on a full disk, and what
// IPLAN_CLOSED names may not be read.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve } from 'node:path';

const { openSync, readdirSync, writeFileSync } = fs;
const { IPLAN_FULL: full, IPLAN_CLOSED: closed } = process.env;
const handles = new Set();
const isFull = (path) => full !== undefined && resolve(String(path)).startsWith(full);

function refuse(path) {
  if (resolve(String(path)) === closed) throw Object.assign(new Error(`EACCES: permission denied, open '${path}'`), { code: 'EACCES' });
}

fs.openSync = (path, ...rest) => {
  refuse(path);
  const handle = openSync(path, ...rest);
  if (isFull(path)) handles.add(handle);
  else handles.delete(handle);
  return handle;
};
fs.readdirSync = (path, ...rest) => {
  refuse(path);
  return readdirSync(path, ...rest);
};
fs.writeFileSync = (to, ...rest) => {
  if (handles.has(to) || isFull(to)) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  return writeFileSync(to, ...rest);
};
syncBuiltinESMExports();
