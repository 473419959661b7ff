// Language servers with one large document: start, first problems, keystrokes, completion, hover, memory.
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/lib/node.mjs';
import { schema } from '../content/schema.mjs';
import { READING } from '../goals.mjs';
import { Editor } from '../lib/editor.mjs';
import { schemaFile, tools, writePlan, writeUnjudged } from '../lib/prepare.mjs';
import { run } from '../lib/processes.mjs';
import { interleaved } from '../lib/record.mjs';

const json = { json: { validate: { enable: true }, schemas: [{ fileMatch: ['*.json'], url: 'bench://plan', schema }] } };
const yaml = {
  yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false }, schemas: { [pathToFileURL(schemaFile).href]: '*.yaml' } },
};

/** Each server: how it is called, the format that it reads, what it is told, and where a letter is typed, completion and hover are asked. */
export const SERVERS = {
  iplan: { tool: 'iplan', ending: 'iplan', typed: /^ {4}status /gm, completed: /^ {4}lead /gm, hovered: /^ {4}lead t\d/gm },
  'a server that reads nothing': { tool: 'floor', ending: 'iplan', typed: /^ {4}status /gm, completed: /^ {4}lead /gm, hovered: /^ {4}lead t\d/gm },
  'vscode-json-language-server': {
    tool: 'json',
    ending: 'json',
    settings: json,
    typed: /^ +"status": "/gm,
    completed: /^ +"status": "/gm,
    hovered: /^ +"lead/gm,
  },
  Langium: { tool: 'langium', ending: 'iplan', typed: /^ {4}status /gm, completed: /^ {4}lead /gm, hovered: /^ {4}lead t\d/gm },
  'yaml-language-server': { tool: 'yaml', ending: 'yaml', settings: yaml, typed: /^ +status: /gm, completed: /^ +status: /gm, hovered: /^ +lead/gm },
};

export const command = ({ tool }) => tools[tool].server.map((part) => (part.startsWith('dist/') ? `${root}/${part}` : part));

/** So many of a list, spread over it. */
const spread = (list, n) => Array.from({ length: Math.min(n, list.length) }, (_, i) => list[Math.floor(((i + 0.5) * list.length) / Math.min(n, list.length))]);

export async function editing(record, { rounds, until, large }) {
  for (const bytes of large ? [100_000, 1_000_000, 5_000_000] : [100_000, 1_000_000]) {
    const [base, unjudged] = [writePlan(bytes), writeUnjudged(bytes)];
    await interleaved([...Object.keys(SERVERS), READING], { rounds, until: until() }, async (name) => {
      const server = SERVERS[name] ?? SERVERS.iplan;
      const { ending, settings, typed, completed, hovered } = server;
      const put = (what, ...numbers) => record.add(`editing/${bytes}/${name}/${what}`, ...numbers);
      const editor = await Editor.start(command(server), { settings });
      try {
        put('start', editor.startup);
        put('first', await editor.open(`${name === READING ? unjudged : base}.${ending}`, ending));
        put('open', await editor.settled());
        put('memory', editor.memory.now);
        // Without a rule no stroke changes a problem.
        if (name === READING) return;
        const places = editor.places(typed);
        const middle = places[places.length >> 1];
        // A slow server gets fewer strokes, so that a run comes to its end.
        const [first] = await editor.type(middle, 2);
        const strokes = Math.max(6, Math.min(40, 2 * Math.floor(4000 / (first + 30))));
        const before = editor.worked;
        put('key', ...(await editor.type(middle, strokes)));
        put('work', (editor.worked - before) / strokes);
        put('key completion', ...(await editor.completeAfterTyping(middle, Math.min(strokes, 10))));
        put('completion', ...(await editor.ask('completion', spread(editor.places(completed), Math.min(strokes, 20)))));
        put('hover', ...(await editor.ask('hover', spread(editor.places(hovered), 20))));
        put('most memory', editor.memory.most);
      } finally {
        await editor.end();
      }
    });
  }
}

/** How long a process takes that does nothing, beside the servers' answer to `initialize`. */
export async function starting(record, { rounds, until }) {
  await interleaved(['node', ...Object.keys(SERVERS)], { rounds: rounds * 2, until: until() }, async (name) => {
    if (name === 'node') record.add('start/node', (await run([process.execPath, '-e', '0'])).wall);
    else {
      const editor = await Editor.start(command(SERVERS[name]), { settings: SERVERS[name].settings });
      record.add(`start/${name}`, editor.startup);
      await editor.end();
    }
  });
}
