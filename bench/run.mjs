// Measures iplan beside its peers and writes bench/RESULTS.md: npm run bench [-- --large] [--only parse,starting,editing,workspace,checking,extension]
// [--rounds 5] [--minutes 9] [--country] [--keep]. The peers are installed into bench/node_modules at the first run. Without --large it is over in ten
// minutes: when the time of a part is over, no new round of it begins. With it come plans of 5 MB beside every peer and 10,000 files;
// with --country the files alone. With --keep the other parts stay as they were measured last: what is compared is always of one part.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bundle, here, installPeers, out, writeRules } from './lib/prepare.mjs';
import { Record } from './lib/record.mjs';

const { values } = parseArgs({
  options: {
    large: { type: 'boolean', default: false },
    country: { type: 'boolean', default: false },
    only: { type: 'string', default: 'parse,starting,editing,workspace,checking,extension' },
    rounds: { type: 'string', default: '5' },
    minutes: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});

installPeers();
await bundle();
writeRules();
const [{ parse }, { editing, starting }, { checking, workspace }, { extension }, { report }] = await Promise.all([
  import('./suites/parse.mjs'),
  import('./suites/editing.mjs'),
  import('./suites/country.mjs'),
  import('./suites/extension.mjs'),
  import('./report.mjs'),
]);

/** Each part, with its share of the time and the names of what it measures; some have several sizes, which share the time in turn. */
const SUITES = {
  parse: [parse, 0.2, /^(?:parse|families|stroke)\//],
  starting: [starting, 0.1, /^start\//],
  editing: [editing, 0.35, /^editing\//],
  workspace: [workspace, 0.1, /^workspace\//],
  checking: [checking, 0.15, /^check\//],
  extension: [extension, 0.1, /^(?:vscode|preview)\//],
};
const minutes = Number(values.minutes ?? (values.large ? 60 : 9));
const rounds = Number(values.rounds);
const given = ['large', 'country', 'keep'].filter((option) => values[option]).map((option) => ` --${option}`);
const options = given.length === 0 ? '' : ` --${given.join('')}`;
const record = new Record();
const parts = values.only.split(',');
const last = `${out}/measured.json`;
if (values.keep && existsSync(last))
  for (const [name, numbers] of Object.entries(JSON.parse(readFileSync(last, 'utf8'))))
    if (!parts.some((part) => SUITES[part][2].test(name))) record.add(name, ...numbers);
const began = Date.now();
for (const name of parts) {
  const [suite, share] = SUITES[name];
  console.log(`${name} …`);
  const started = Date.now();
  const time = share * minutes * 60_000;
  let sizes = 0;
  const country = values.large || values.country;
  await suite(record, { rounds, large: values.large, country, until: () => started + (time * ++sizes) / 3 });
  console.log(`  ${Math.round((Date.now() - started) / 1000)} s`);
  // After every part, so that a run that is broken off leaves what it has.
  writeFileSync(last, JSON.stringify(record));
  writeFileSync(`${here}/RESULTS.md`, report(record, { seconds: (Date.now() - began) / 1000, rounds, options }));
}
console.log('Written: bench/RESULTS.md');
