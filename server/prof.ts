import { readFileSync } from 'node:fs';
import { defaultSettings } from './src/config/settings.ts';
import { Linter } from './src/lint.ts';
import { parseFile, sourceFile, Workspace } from './src/model/workspace.ts';
import { judgeFile, judgeScope } from './src/rules/run.ts';
import { reparse } from './src/syntax/parse.ts';

const text = readFileSync(process.argv[2]!, 'utf8');
const uri = 'file:///x/plan.iplan';
let ws = new Workspace(new Map([[uri, parseFile(uri, text)]]));
const settings = defaultSettings('2026-06-30');
const linter = new Linter();
linter.diagnose(ws, uri, () => settings);
const at = text.indexOf('\n    status ', text.length / 2) + 12;
const T: Record<string, number[]> = {};
const time = <T>(n: string, f: () => T): T => {
  const t = performance.now();
  const r = f();
  (T[n] ??= []).push(performance.now() - t);
  return r;
};
for (let i = 0; i < 20; i++) {
  const tree = time('reparse', () =>
    reparse(ws.files.get(uri)!.tree, i % 2 === 0 ? { span: { start: at, end: at }, text: 'x' } : { span: { start: at, end: at + 1 }, text: '' }),
  );
  const file = time('sourceFile', () => sourceFile(uri, tree));
  ws = time('with', () => ws.with([[uri, file]]));
  time('judgeFile', () => judgeFile(file, ws, settings));
  time('scopes', () => ws.scopes);
  time('judgeScope', () => judgeScope(ws.scopeOf(uri)!, ws, settings));
  const l = time('diagnose', () => linter.diagnose(ws, uri, () => settings));
  time('again', () => linter.diagnose(ws, uri, () => settings));
  time('json', () => JSON.stringify(l.map(({ fix, ...d }) => d)));
}
for (const [n, v] of Object.entries(T)) {
  v.sort((a, b) => a - b);
  console.log(n.padEnd(12), v[10]!.toFixed(2), v[19]!.toFixed(2));
}
