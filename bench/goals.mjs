// What iplan wants to reach beside its peers: a measurement of ours is at most so many times one of theirs (or of our own).
// Medians of one run on one machine are compared (`of` another share of ours, where it is given), so that the speed of the machine does not count.

export const FLOOR = 'a server that reads nothing';
/** iplan in a folder where no rule holds. */
export const READING = 'iplan, no rules';
const [JSON_LS, YAML_LS, LANGIUM] = ['vscode-json-language-server', 'yaml-language-server', 'Langium'];
const [K100, M1, M5] = [100_000, 1_000_000, 5_000_000];

const editing = (goal, size, what, saying, limits) =>
  limits.map(([peer, most]) => ({
    goal,
    saying: `${saying}, beside ${peer}`,
    ours: `editing/${size}/iplan/${what}`,
    theirs: `editing/${size}/${peer}/${what}`,
    most,
  }));
const beside = (goal, saying, ours, limits) => limits.map(([theirs, most, name]) => ({ goal, saying: `${saying}, beside ${name}`, ours, theirs, most }));
const check = (goal, files, what, limits) =>
  limits.map(([peer, most]) => ({
    goal,
    saying: `check of ${files.toLocaleString('en')} files: ${what === 'wall' ? 'time' : 'memory'}, beside ${peer}`,
    ours: `check/${files}/iplan check/${what}`,
    theirs: `check/${files}/${peer}/${what}`,
    most,
  }));
const parsed = (name, size = M1) => `parse/${size}/${name}/warm`;

export const GOALS = [
  ...editing('1 Typing', K100, 'key', 'keystroke to problems, 100 KB', [
    [JSON_LS, 1 / 5],
    [LANGIUM, 1 / 12],
    [YAML_LS, 1 / 90],
    [FLOOR, 2.5],
  ]),
  ...editing('1 Typing', M1, 'key', 'keystroke to problems, 1 MB', [
    [JSON_LS, 1 / 12],
    [LANGIUM, 1 / 60],
    [YAML_LS, 1 / 110],
    [FLOOR, 2.5],
  ]),
  ...editing('1 Typing', M5, 'key', 'keystroke to problems, 5 MB', [
    [JSON_LS, 1 / 30],
    [LANGIUM, 1 / 400],
    [YAML_LS, 1 / 200],
    [FLOOR, 2.5],
  ]),
  ...[
    [K100, '100 KB'],
    [M1, '1 MB'],
    [M5, '5 MB'],
  ].map(([size, said]) => {
    const key = `editing/${size}/iplan/key`;
    return { goal: '1 Typing', saying: `keystroke to problems, ${said}: of twenty the slowest, beside the median`, ours: key, theirs: key, of: 0.95, most: 4 };
  }),
  ...editing('2 Completion', M1, 'key completion', 'completion right after a keystroke, 1 MB', [
    [JSON_LS, 1 / 6],
    [LANGIUM, 1 / 80],
    [YAML_LS, 1 / 170],
  ]),
  ...editing('2 Completion', M1, 'completion', 'completion at rest, 1 MB', [[JSON_LS, 1]]),
  ...editing('2 Completion', M1, 'hover', 'hover, 1 MB', [[JSON_LS, 1]]),
  ...editing('3 Opening', M1, 'open', 'opened to all problems, 1 MB', [
    [JSON_LS, 0.7],
    [LANGIUM, 1 / 5],
    [YAML_LS, 1 / 8],
  ]),
  ...beside('4 Parsing', 'parse of 1 MB, warm', parsed('iplan parse'), [
    [parsed('hand-written (the limit)'), 5, 'a hand-written parser'],
    [parsed('Langium parse'), 1 / 7, 'Langium'],
    [parsed('yaml + Ajv'), 1 / 30, 'yaml + Ajv'],
    [parsed('js-yaml + Ajv'), 0.5, 'js-yaml + Ajv'],
  ]),
  ...beside('4 Parsing', 'parse of 1 MB, first call of a process', `parse/${M1}/iplan parse/cold`, [[`parse/${M1}/Langium parse/cold`, 1 / 5, 'Langium']]),
  ...beside('4 Parsing', 'all rules on 1 MB, warm', parsed('iplan analysis (all rules)'), [
    [parsed('Langium build (parse, link, check)'), 1 / 10, "Langium's build"],
  ]),
  ...beside('5 Workspace', '1,000 files, start to judged', 'workspace/1000/iplan/judged', [
    ['workspace/1000/Langium/judged', 1 / 5, LANGIUM],
    ['workspace/1000/LikeC4/judged', 1 / 20, 'LikeC4'],
  ]),
  ...beside('5 Workspace', '1,000 files, memory', 'workspace/1000/iplan/memory', [['workspace/1000/Langium/memory', 1 / 2, LANGIUM]]),
  ...beside('5 Workspace', '1,000 files, keystroke to problems', 'workspace/1000/iplan/key', [['workspace/1000/Langium/key', 1 / 15, LANGIUM]]),
  ...check('6 Command line', 1000, 'wall', [
    ['ajv-cli, JSON', 1.2],
    ['ajv-cli, YAML', 0.65],
    ['Biome lint, JSON', 1.4],
    ['Langium', 1 / 6],
    ['ESLint, JSON', 1 / 7],
    ['Spectral, YAML', 1 / 12],
  ]),
  ...check('6 Command line', 10_000, 'wall', [
    ['ajv-cli, JSON', 1.2],
    ['Biome lint, JSON', 0.7],
    ['Spectral, YAML', 1 / 15],
  ]),
  ...check('6 Command line', 10_000, 'memory', [['Spectral, YAML', 1 / 4]]),
  ...beside('6 Command line', 'check of 10,000 files with a cache, nothing new', 'check/10000/iplan check --cache, nothing new/wall', [
    ['check/10000/iplan check/wall', 1 / 10, 'the same without'],
  ]),
  ...beside('7 Start', 'initialize answered', 'start/iplan', [
    ['start/node', 2.2, 'an empty Node.js'],
    [`start/${JSON_LS}`, 0.5, JSON_LS],
    [`start/${LANGIUM}`, 0.5, LANGIUM],
    [`start/${YAML_LS}`, 1 / 4, YAML_LS],
  ]),
  ...check('7 Start', 20, 'wall', [
    ['ajv-cli, JSON', 0.5],
    ['Spectral, YAML', 1 / 8],
  ]),
  ...editing('8 Memory', M1, 'memory', 'memory with 1 MB open', [
    [JSON_LS, 0.85],
    [LANGIUM, 0.45],
  ]),
  ...editing('8 Memory', M1, 'most memory', 'most memory of a session with 1 MB', [
    [JSON_LS, 0.45],
    [YAML_LS, 1 / 4],
  ]),
  ...beside('9 Broken text', 'parse of 1 MB with a mistake in every measure', parsed('iplan parse, a mistake in every measure'), [
    [parsed('iplan parse'), 2, 'the same without'],
  ]),
];
