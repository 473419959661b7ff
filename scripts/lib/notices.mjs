// The licences of the packages whose code ends up in the bundles: they ask to be named wherever it goes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './node.mjs';

/** The text of the notices for everything that esbuild's meta files say was bundled. */
export function notices(metafiles) {
  const folders = new Set();
  for (const { inputs } of metafiles) {
    for (const file of Object.keys(inputs)) {
      const found = /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
      if (found) folders.add(found[1]);
    }
  }
  const entries = [...folders].map(notice).sort();
  return ['The bundles of iplan contain code of these packages.\n', ...new Set(entries)].join(`\n${'-'.repeat(80)}\n\n`);
}

function notice(folder) {
  const at = path.join(root, folder);
  const { name, version, license } = JSON.parse(readFileSync(path.join(at, 'package.json'), 'utf8'));
  const file = existsSync(at) && readdirSync(at).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  const text = file ? readFileSync(path.join(at, file), 'utf8').trim() : `Licence: ${license}`;
  return `${name} ${version}\n\n${text.replaceAll('\r\n', '\n')}\n`;
}
