// Many files: a server that knows them all, and the command line. Only iplan, Langium and LikeC4 follow a name from one file into another.
import { appendFileSync, writeFileSync } from 'node:fs';
import { root } from '../../scripts/lib/node.mjs';
import { FLOOR } from '../goals.mjs';
import { Editor } from '../lib/editor.mjs';
import { biome, tools, writeCountry } from '../lib/prepare.mjs';
import { run } from '../lib/processes.mjs';
import { interleaved } from '../lib/record.mjs';
import { command, SERVERS } from './editing.mjs';

const BYTES = 10_000;

/** The servers that know a whole folder. LikeC4 reads the same declarations as a model of its own language. */
const KNOWING = {
  iplan: SERVERS.iplan,
  [FLOOR]: SERVERS[FLOOR],
  Langium: SERVERS.Langium,
  LikeC4: { tool: 'likec4', ending: 'c4', typed: /^ {2}t\d+-s\d+\.t\d+-s\d+-m\d+ -> /gm },
};

/** From the start of the server until a file that names others is judged; then keystrokes in it. */
export async function workspace(record, { rounds, until, country }) {
  for (const files of country ? [1000, 10_000] : [1000]) {
    const written = writeCountry(files, BYTES);
    const names = files === 1000 ? Object.keys(KNOWING) : ['iplan'];
    await interleaved(names, { rounds, until: until() }, async (name) => {
      const put = (what, ...numbers) => record.add(`workspace/${files}/${name}/${what}`, ...numbers);
      const { ending, typed } = KNOWING[name];
      const folder = `${written}/${ending}`;
      const began = performance.now();
      const editor = await Editor.start(command(KNOWING[name]), { folder });
      try {
        await editor.open(`${folder}/town-0/housing.${ending}`, ending);
        put('judged', performance.now() - began);
        put('work', editor.worked);
        const places = editor.places(typed);
        await editor.type(places[places.length >> 1], 4);
        put('key', ...(await editor.type(places[places.length >> 1], 20)));
        put('memory', editor.memory.now);
      } finally {
        await editor.end();
      }
    });
  }
}

const CHECKERS = {
  iplan: 'iplan check',
  'iplan few': 'iplan check, structure and names only',
  'iplan none': 'iplan check, no rules',
  'iplan cached': 'iplan check --cache, nothing new',
  'iplan changed': 'iplan check --cache --changed, one file new',
  'ajv json': 'ajv-cli, JSON',
  'ajv yaml': 'ajv-cli, YAML',
  biome: 'Biome lint, JSON',
  langium: 'Langium',
  eslint: 'ESLint, JSON',
  spectral: 'Spectral, YAML',
};

/** The command line over 20, 1,000 and with `country` 10,000 files. */
export async function checking(record, { rounds, until, country }) {
  for (const files of country ? [20, 1000, 10_000] : [20, 1000]) {
    const folder = writeCountry(files, BYTES);
    writeFileSync(`${folder}/json/biome.json`, JSON.stringify({ root: true, files: { maxSize: 10_000_000 } }));
    const native = biome();
    const of = (tool) => (tool === 'biome' ? [native, 'lint', '.'] : [process.execPath, ...tools[tool].check(folder)]);
    const names = Object.keys(CHECKERS).filter((tool) => (tool !== 'biome' || native !== undefined) && (files < 10_000 || tool !== 'langium'));
    // What was found before is known from here on, and one file is other than it was committed.
    await run(of('iplan cached'), { cwd: root });
    appendFileSync(`${folder}/iplan/town-0/housing.iplan`, '# Looked through\n');
    // The slow ones are asked once where they take minutes.
    await interleaved(names, { rounds, until: until() }, async (tool, round) => {
      if (files === 10_000 && round > 0 && tool === 'spectral') return;
      const { wall, work, most } = await run(of(tool), { cwd: tool === 'biome' || tool === 'eslint' ? `${folder}/json` : root });
      for (const [what, number] of Object.entries({ wall, work, memory: most })) record.add(`check/${files}/${CHECKERS[tool]}/${what}`, number);
    });
  }
}
