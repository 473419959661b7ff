// The table of docs/SECURITY.md, from the promises of test/safety/rows.mjs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROWS } from '../test/safety/rows.mjs';
import { root } from './lib/node.mjs';

const cell = (text) => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ↵ ');
const code = (text) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

export function securityFiles() {
  const file = 'docs/SECURITY.md';
  const [before, after] = readFileSync(path.join(root, file), 'utf8').split(/<!-- rows -->[\s\S]*<!-- end of rows -->/);
  const rows = ROWS.map(({ id, promise, tests, change, note }) => {
    const held = tests.map(([test, name]) => `${code(test)} “${cell(name)}”`).join('<br>');
    const tried =
      change.to === ''
        ? `in ${code(change.file)} without ${code(cell(change.from))}`
        : `in ${code(change.file)} ${code(cell(change.from))} → ${code(cell(change.to))}`;
    return `| ${id} | ${cell(promise)}${note === undefined ? '' : ` *${cell(note)}*`} | ${held} | ${tried} |`;
  });
  const table = [
    '<!-- rows -->',
    '| | What is promised | The tests | A change that makes them red |',
    '|---|---|---|---|',
    ...rows,
    '<!-- end of rows -->',
  ].join('\n');
  return { [file]: before + table + after };
}
