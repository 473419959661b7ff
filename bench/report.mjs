// Writes what was measured as bench/RESULTS.md.
import { readdirSync, statSync } from 'node:fs';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import path from 'node:path';
import { root } from '../scripts/lib/node.mjs';
import { ENGINES } from './engines/engines.mjs';
import { FLOOR, GOALS, READING } from './goals.mjs';
import { growth } from './lib/record.mjs';
import { SIZES } from './suites/parse.mjs';

const { families: COUNTS } = await import('../out/bench/iplan.mjs');
const number = (n) => (n === undefined ? '–' : n >= 100 ? Math.round(n).toLocaleString('en') : n >= 10 ? n.toFixed(1) : n.toFixed(2));
const ratio = (n) => (n === undefined ? '–' : n >= 0.45 ? String(Number(n.toFixed(2))) : `1/${Number((1 / n).toFixed(1 / n < 10 ? 1 : 0))}`);
const [ALL, NONE] = ['iplan analysis (all rules)', 'iplan read and linked (no rules)'];
const table = (head, rows) =>
  [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`), ''].join('\n');
const size = (bytes) => (bytes >= 1e6 ? `${bytes / 1e6} MB` : `${bytes / 1e3} KB`);

/** The number, and between which two the middle four fifths of the measurements lie. */
const spread = (record, name) =>
  record.has(name) ? `${number(record.median(name))} (${number(record.quantile(name, 0.1))}–${number(record.quantile(name, 0.9))})` : '–';
const names = (record, prefix) => [
  ...new Set(
    Object.keys(record.toJSON())
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length).split('/')[0]),
  ),
];

/**
 * The least that a measurement of ours can be: of a server that reads nothing, or of iplan where it only reads and links. What is opened
 * is to be judged, so it has to be read and held.
 */
const leastOf = (ours) =>
  ours
    .replace(/^(editing\/\d+)\/iplan(?=\/(?:open|memory)$)/, `$1/${READING}`)
    .replace(/^(start|(?:editing|workspace)\/\d+)\/iplan\b(?!,)/, `$1/${FLOOR}`)
    .replace(/^(check\/\d+\/iplan check)\//, '$1, no rules/')
    .replace(ALL, NONE);

function goals(record) {
  const rows = GOALS.map(({ goal, saying, ours, theirs, of = 0.5, most }) => {
    const over = (name) => {
      const [a, b] = [record.quantile(name, of), record.median(theirs)];
      return a === undefined || b === undefined ? undefined : a / b;
    };
    const reached = over(ours);
    const least = theirs === ours || theirs.includes(FLOOR) ? undefined : over(leastOf(ours));
    const isReached = reached === undefined ? 'not measured' : reached <= most ? 'yes' : '**no**';
    return [goal, saying, `≤ ${ratio(most)}`, ratio(reached), least === reached ? '' : ratio(least), isReached];
  });
  return table(['goal', 'what', 'wanted', 'measured', 'the least', 'reached'], rows);
}

/** What was missed, and what it would be with the rules that check what the peers check, and where a cache knows all that is found. */
function likeForLike(record) {
  const few = (ours) =>
    ours.startsWith('check/')
      ? ours.replace('iplan check', 'iplan check, structure and names only')
      : ours.replace(ALL, 'iplan checked as the peers do (structure and names)');
  const cached = (ours) => (ours.startsWith('check/') ? ours.replace('iplan check', 'iplan check --cache, nothing new') : '');
  const rows = GOALS.flatMap(({ saying, ours, theirs, most }) => {
    const [all, some, none, peer] = [ours, few(ours), cached(ours), theirs].map((name) => record.median(name));
    if (few(ours) === ours || all === undefined || some === undefined || peer === undefined) return [];
    return [[saying, `≤ ${ratio(most)}`, ratio(all / peer), ratio(some / peer), none === undefined ? '' : ratio(none / peer)]];
  });
  return table(['what', 'wanted', 'with all rules', 'with structure and names only', 'all rules, nothing new since'], rows);
}

/** What stands in the way of goals that are missed, as far as it was measured. */
function reasons(record) {
  const ms = (name) => `${number(record.median(name))} ms`;
  const wanted = (theirs, share) => `${number(record.median(theirs) * share)} ms`;
  const of = (what) => `parse/1000000/${what}`;
  const megabytes = (size, server) => `${number(record.median(`${size}/${server}/memory`))} MB`;
  const [json, langium] = ['vscode-json-language-server', 'Langium'];
  const needed = ['editing/100000', 'stroke/100000/read', of(`${NONE}/warm`)];
  if (!needed.every((prefix) => Object.keys(record.toJSON()).some((name) => name.startsWith(prefix)))) return '';
  const [cold, warm] = ['cold', 'warm'].map((call) => ms(of(`${NONE}/${call}`)));
  const opened = [
    [json, 0.7],
    [langium, 1 / 5],
    ['yaml-language-server', 1 / 8],
  ].map(([server, share]) => wanted(`editing/1000000/${server}/open`, share));
  return [
    '## What stands in the way\n',
    `- **Typing.** In a plan of 100 KB, a fifth of what the JSON server takes is ${wanted(`editing/100000/${json}/key`, 1 / 5)} from the key to the problems, a twelfth of what`,
    `  ${langium} takes ${wanted(`editing/100000/${langium}/key`, 1 / 12)}. The library takes ${ms(`editing/100000/${FLOOR}/key`)} of it. A letter takes iplan ${ms('stroke/100000/parse')} to put it into the tree,`,
    `  ${ms('stroke/100000/read')} to read the declarations around it, and ${ms('stroke/100000/judge')} to judge the text; in a plan of 1 MB ${ms('stroke/1000000/parse')}, ${ms('stroke/1000000/read')} and`,
    `  ${ms('stroke/1000000/judge')}. Of a letter in a value nothing else is parsed or read. The rest is the answer, which holds all problems of the plan,`,
    '  garbage, and that little is warm yet after some forty letters.',
    '- **Where *the least* stands above what is wanted**, it cannot be reached: by no server that is written with this library, and by no check that reads',
    '  plans as iplan does.',
    `- **Opening.** Where no rule holds, 1 MB is read and linked ${ms(`editing/1000000/${READING}/open`)} after the message that opens it. Wanted are ${opened.join(', ')}`,
    '  until all problems are there. It is read into typed statements (dates, money, shares, names), because that is what the rules ask; in a process that has',
    `  read nothing yet that takes ${cold}, and ${warm} when all is warm.`,
    `- **Memory.** Node and the library hold ${megabytes('editing/100000', FLOOR)}; with 1 MB open iplan holds ${megabytes('editing/1000000', READING)} where no rule holds. With a plan of 100 KB it holds ${megabytes('editing/100000', 'iplan')}: its code as it was compiled, and the`,
    `  frameworks. A plan of 1 MB adds ${number(record.median('editing/1000000/iplan/memory') - record.median('editing/100000/iplan/memory'))} MB, one of 5 MB ${megabytes('editing/5000000', 'iplan')} in all, where the JSON server holds ${megabytes('editing/5000000', json)}.`,
    `- **A check of 20 files.** Nothing is warm yet: with all found before and nothing read, it takes ${ms('check/20/iplan check --cache, nothing new/wall')}, of which an empty Node.js is ${ms('start/node')}.`,
    `- **Workspace and command line.** To read and link 1,000 files, without a rule, takes ${ms('check/1000/iplan check, no rules/wall')} on the command line. A fifth of what ${langium} takes from`,
    `  the start until a file is judged is ${wanted(`workspace/1000/${langium}/judged`, 1 / 5)}. What else stands between is what the rules find more: the table above says how much. In a repository`,
    '  that is checked at every change, `--cache` and `--changed` leave nearly all of it away.',
    '',
  ].join('\n');
}

/** What a megabyte takes, family by family. */
function families(record) {
  const none = record.median('families/none');
  const rest = names(record, 'families/').filter((name) => name !== 'none');
  const cost = (family) => Math.max(0, record.median(`families/${family}`) - none);
  const all = none + rest.reduce((sum, family) => sum + cost(family), 0);
  const row = (what, rules, ms) => [what, rules, number(ms), `${Math.round((100 * ms) / all)}%`];
  return table(
    ['what', 'rules', 'ms', 'share'],
    [row('reading and linking', '', none), ...rest.toSorted((a, b) => cost(b) - cost(a)).map((family) => row(family, COUNTS.get(family) ?? '', cost(family)))],
  );
}

function parsing(record) {
  const limit = (bytes) => record.median(`parse/${bytes}/hand-written (the limit)/warm`);
  const parts = SIZES.map((bytes) => {
    const rows = Object.keys(ENGINES).flatMap((name) => {
      const of = (what) => `parse/${bytes}/${name}/${what}`;
      if (!record.has(of('warm'))) return [];
      const warm = record.median(of('warm'));
      return [
        [
          name,
          spread(record, of('cold')),
          spread(record, of('warm')),
          number(record.quantile(of('best'), 0)),
          number(bytes / 1000 / warm),
          number(warm / limit(bytes)),
        ],
      ];
    });
    return `### A plan of ${size(bytes)}\n\n${table(['engine', 'first call ms', 'warm ms', 'best ms', 'MB/s warm', '÷ limit'], rows)}`;
  });
  return parts.join('\n');
}

function editing(record, bytes) {
  const rows = names(record, `editing/${bytes}/`).map((name) => {
    const of = (what) => `editing/${bytes}/${name}/${what}`;
    const pair = (what) => `${number(record.median(of(what)))} / ${number(record.quantile(of(what), 0.95))}`;
    return [
      name,
      number(record.median(of('first'))),
      number(record.median(of('open'))),
      ...['key', 'key completion', 'completion', 'hover'].map(pair),
      number(record.median(of('work'))),
      number(record.median(of('memory'))),
      number(record.median(of('most memory'))),
    ];
  });
  const head = [
    'server',
    'open → first',
    'open → all problems',
    'key → problems',
    'key → completion',
    'completion',
    'hover',
    'CPU a key',
    'RSS open MB',
    'RSS most MB',
  ];
  return rows.length === 0 ? '' : `### A plan of ${size(bytes)}\n\n${table(head, rows)}`;
}

function country(record) {
  const files = [1000, 10_000].flatMap((n) =>
    names(record, `workspace/${n}/`).map((name) => {
      const of = (what) => `workspace/${n}/${name}/${what}`;
      return [
        n.toLocaleString('en'),
        name,
        spread(record, of('judged')),
        number(record.median(of('work'))),
        `${number(record.median(of('key')))} / ${number(record.quantile(of('key'), 0.95))}`,
        number(record.median(of('memory'))),
      ];
    }),
  );
  const lines = [20, 1000, 10_000].flatMap((n) =>
    names(record, `check/${n}/`).map((name) => [
      n.toLocaleString('en'),
      name,
      ...['wall', 'work', 'memory'].map((what) => spread(record, `check/${n}/${name}/${what}`)),
    ]),
  );
  return [
    '## A server in a workspace of files of 10 KB\n',
    table(['files', 'server', 'start → judged ms', 'CPU ms', 'key → problems p50 / p95', 'RSS MB'], files),
    '## The command line on files of 10 KB\n',
    table(['files', 'tool', 'wall ms', 'CPU ms', 'RSS MB'], lines),
  ].join('\n');
}

function extension(record) {
  const milliseconds = (name) => `${number(record.median(name))} / ${number(record.quantile(name, 0.95))}`;
  const inVscode = [
    ['the extension is active', 'vscode/active'],
    ['a plan that is opened then shows its first problem, from the same start', 'vscode/problems'],
  ];
  const rows = [
    ...inVscode.map(([what, name]) => [what, milliseconds(name)]),
    ...names(record, 'preview/').map((view) => [`preview of a plan of 100 KB: ${view}`, milliseconds(`preview/${view}`)]),
  ];
  return table(['what', 'ms, p50 / p95'], rows);
}

function growing(record) {
  const rows = [];
  const put = (what, pairs) => rows.push([what, number(growth(pairs))]);
  for (const name of Object.keys(ENGINES))
    put(
      `${name}, by the size of the plan`,
      SIZES.map((bytes) => [bytes, record.median(`parse/${bytes}/${name}/warm`)]),
    );
  for (const name of names(record, 'editing/100000/'))
    put(
      `keystroke, ${name}, by the size of the plan`,
      SIZES.map((bytes) => [bytes, record.median(`editing/${bytes}/${name}/key`)]),
    );
  for (const name of names(record, 'check/20/'))
    put(
      `${name}, by the number of files`,
      [20, 1000, 10_000].map((n) => [n, record.median(`check/${n}/${name}/wall`)]),
    );
  return table(
    ['what', 'exponent'],
    rows.filter(([, exponent]) => exponent !== '–'),
  );
}

function bundles() {
  const listed = readdirSync(path.join(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.c?js$/.test(file));
  const bytes = (pattern) =>
    listed.filter((file) => pattern.test(file.replaceAll('\\', '/'))).reduce((sum, file) => sum + statSync(path.join(root, 'dist', file)).size, 0);
  const kilobytes = (n) => `${Math.round(n / 1024).toLocaleString('en')} KB`;
  return table(
    ['bundle', 'size'],
    [
      ['the extension', kilobytes(bytes(/^extension\.cjs$/))],
      ['the server and the command line, with the parts that they load', kilobytes(bytes(/^(?:server|cli)\.js$|^parts\//))],
      ['the extension and the server of the browser', kilobytes(bytes(/^web\//))],
    ],
  );
}

export function report(record, { seconds, rounds, options }) {
  const [processor] = cpus();
  const load = loadavg();
  const machine = `${cpus().length} × ${processor?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()} ${arch()}, Node.js ${process.versions.node}`;
  const busy = load[1] / cpus().length;
  const warning =
    busy < 1.5
      ? ''
      : `\n**The machine was busy**: ${number(busy)} times as much wanted to run as it has processors. Run it again on a quiet one before anything is concluded.\n`;
  const kept = options.includes('--keep') ? ' Some parts were measured in a run before it; what is compared is always of one.' : '';
  return `# iplan beside its peers

Written by \`npm run bench${options}\` in ${Math.round(seconds / 60)} minutes; do not edit.${kept} Machine: ${machine}; load ${load.map((n) => n.toFixed(1)).join(', ')} at the end.
${warning}
All tools read the same made-up plans: in the language of plans, as JSON and as YAML. Each number is from fresh processes that took turns
(A B C, A B C, …; at most ${rounds} rounds). Times are milliseconds; medians, and in brackets where the middle four fifths lie, or the median / the 95th percentile.
**Read the ratios**: what else runs on the machine slows all of them. iplan runs as it is shipped, with all rules of the usual profile, and follows names
over all files; the JSON and YAML tools check one file at a time; Langium and LikeC4 follow names but have no rules. LikeC4 reads the same declarations as a
model of its own language.

## Goals

*The least*, where it can be told: what a server reaches that is written with the same library, reads no plan and always answers the same; and beside
what takes all rules, and where a plan is to be held in memory, what iplan reaches that reads and links, and judges nothing.

${goals(record)}
## What the rules take

The peers check the form of a file; Langium and Spectral's rules also whether names are declared. iplan judges what a plan means by some ${[...COUNTS.values()].reduce((a, b) => a + b, 0)}
rules, and where a goal is missed that is where the time goes. With the rules that check what the peers check, the same goals are:

${likeForLike(record)}
No rule stands out: one megabyte, warm, family by family (each family alone, less what reading and linking take):

${families(record)}
${reasons(record)}
## A plan in one process

${parsing(record)}
## Servers with one document

Milliseconds from a change to the answer, p50 / p95. yaml-language-server waits 200 ms before it looks; the others do not wait. At a letter iplan says at
once what the text says by itself, and keeps what was found in the plan as a whole; where that takes more than 12 ms to find, it is found anew when
typing has rested for 200 ms. The former is what is measured from a key; from the opening, all of it.
A server that reads nothing is the least that the library for servers takes, which iplan, Langium and the JSON server have in common.

${SIZES.map((bytes) => editing(record, bytes)).join('\n')}
### Start to the answer to initialize

${table(
  ['process', 'ms'],
  names(record, 'start/').map((name) => [name, spread(record, `start/${name}`)]),
)}
${country(record)}
## In VS Code

In a real VS Code with an empty folder; previews from the last key until they are drawn, the pause of 70 ms counted.

${extension(record)}
## How it grows

The exponent of time over size: 1 is in proportion, below 1 the start still counts.

${growing(record)}
## Bundles

${bundles()}`.replace(/\n{3,}/g, '\n\n');
}
