// Draws the pictures of the first steps in the editor. What stands in them is what the product says: the files of a new plan, findings,
// rows of the tree, the page of a rule. They take the colours of the editor's theme, light, dark or of high contrast.
import { Configs } from '../server/src/config/configs.ts';
import { newPlan } from '../server/src/features/new-plan.ts';
import { planState } from '../server/src/features/plan-state.ts';
import { planTree } from '../server/src/features/plan-tree.ts';
import { Linter } from '../server/src/lint.ts';
import { parseFile, Workspace } from '../server/src/model/workspace.ts';
import { xml } from '../server/src/reports/escape.ts';
import { RULES } from '../server/src/rules/rules.ts';
import { parse } from '../server/src/syntax/parse.ts';

const TODAY = '2026-06-30';
const WIDTH = 600;
const COLUMN = 7.8;
const LINE = 20;

const theme = (name, otherwise) => `var(--vscode-${name}, ${otherwise})`;
const COLOURS = {
  back: theme('editor-background', '#ffffff'),
  frame: theme('editorWidget-border', '#c8c8c8'),
  bar: theme('sideBar-background', '#f3f3f3'),
  text: theme('editor-foreground', '#333333'),
  faint: theme('descriptionForeground', '#717171'),
  word: theme('charts-blue', '#1a5fb4'),
  string: theme('charts-orange', '#a3500c'),
  error: theme('editorError-foreground', '#d42a2a'),
  warning: theme('editorWarning-foreground', '#9a6700'),
  badge: theme('badge-background', '#5a5a5a'),
  onBadge: theme('badge-foreground', '#ffffff'),
  chosen: theme('list-hoverBackground', '#e8f0f8'),
  link: theme('textLink-foreground', '#1a5fb4'),
};
const MONO = `font-family="${theme('editor-font-family', 'ui-monospace, monospace').replaceAll('"', "'")}, monospace" font-size="13"`;
const SANS = `font-family="${theme('font-family', 'system-ui, sans-serif').replaceAll('"', "'")}, sans-serif"`;

// What is drawn -----------------------------------------------------------------------------------------------------

/** Text of which every letter is as wide as those of the others, whatever the font. */
const mono = (x, y, text, fill) =>
  text.trim() === ''
    ? ''
    : `<text x="${x}" y="${y}" ${MONO} fill="${fill}" textLength="${(text.length * COLUMN).toFixed(1)}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${xml(text)}</text>`;
const sans = (x, y, text, { fill = COLOURS.text, size = 13, weight = 400, anchor = 'start' } = {}) =>
  `<text x="${x}" y="${y}" ${SANS} font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${fill}">${xml(text)}</text>`;
const box = (x, y, width, height, { fill = COLOURS.back, stroke = COLOURS.frame, radius = 6 } = {}) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${stroke}"/>`;
const wave = (x, y, width, colour) =>
  `<path d="M${x} ${y}q2 -3 4 0${'t4 0'.repeat(Math.max(1, Math.round(width / 4) - 1))}" fill="none" stroke="${colour}" stroke-width="1.3"/>`;

const picture = (title, height, parts) =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${xml(title)}">`,
    ...parts.flat(3).filter((part) => part !== ''),
    '</svg>',
    '',
  ].join('\n');

/** Lines of a plan, with the words of the language and texts in their colours. */
function code(text, x, y) {
  const tree = parse(text);
  const spans = [];
  let start = 0;
  const look = (statements) => {
    for (const { head, values, block } of statements) {
      spans.push([start + head.start, start + head.end, COLOURS.word]);
      for (const token of values) if (token.kind === 'text') spans.push([start + token.start, start + token.end, COLOURS.string]);
      look(block ?? []);
    }
  };
  for (const chunk of tree.chunks) {
    look(chunk.statements);
    start += chunk.text.length;
  }
  for (const { index, 0: note } of text.matchAll(/^ *#.*$/gm)) spans.push([index, index + note.length, COLOURS.faint]);
  const colourAt = (at) => spans.find(([from, to]) => from <= at && at < to)?.[2] ?? COLOURS.text;
  let offset = 0;
  return text.split('\n').map((line, row) => {
    const pieces = [];
    for (let column = 0; column < line.length; ) {
      const colour = colourAt(offset + column);
      let end = column + 1;
      while (end < line.length && colourAt(offset + end) === colour) end++;
      pieces.push(mono(+(x + column * COLUMN).toFixed(1), y + row * LINE, line.slice(column, end), colour));
      column = end;
    }
    offset += line.length + 1;
    return pieces;
  });
}

/** Breaks a text into lines; a width in letters is near enough. */
function wrapped(text, letters) {
  const lines = [''];
  for (const word of text.split(' ')) {
    if (lines.at(-1).length + word.length + 1 > letters && lines.at(-1) !== '') lines.push(word);
    else lines[lines.length - 1] += `${lines.at(-1) === '' ? '' : ' '}${word}`;
  }
  return lines;
}

const paragraph = (x, y, text, letters, style) => wrapped(text, letters).map((line, i) => sans(x, y + i * 19, line, style));

// What it is drawn of -----------------------------------------------------------------------------------------------

const SECTOR = `sector housing "Housing" {
  field housing
  lead housing-office
  measure cafe "Language café" {
    status ongoing
  }
  target stable-homes "Tenancies kept" {
    measured by tenancy-retenton
    at least 90% by 2028
  }
}
`;
const ELVEBYEN = {
  'elvebyen/plan.iplan':
    'plan elvebyen "Integration plan for Elvebyen" { level local; period 2025 to 2028; status adopted }\nactor housing-office "Housing office" { type department }\n',
  'elvebyen/housing.iplan': SECTOR,
};

/** The plan of the pictures, judged for its errors only: those stay the same when rules are added. */
function judged() {
  const configs = new Configs(new Map(), { today: TODAY, profile: 'essential' });
  const files = Object.entries(ELVEBYEN).map(([path, text]) => parseFile(`file:///${path}`, text));
  const workspace = new Workspace(new Map(files.map((file) => [file.uri, file])));
  const linter = new Linter();
  return { workspace, configs, found: (uri) => linter.diagnose(workspace, uri, (of) => configs.settingsOf(of)) };
}

function newPlanPicture() {
  const wish = {
    level: 'local',
    name: 'Integration plan for Elvebyen',
    country: 'NO',
    period: '2027 to 2030',
    frameworks: ['no-2020-integration-act', 'zaragoza'],
    fields: ['housing', 'language', 'work'],
  };
  const { folder, files } = newPlan(wish, new Workspace(), TODAY);
  const plan = /^plan [\s\S]*?^}/m.exec(files[0].text)[0].replace(/(coordinator tbd until \S+) .*/, '$1');
  const rows = [folder.slice(0, 16), ...files.map(({ path }) => path)];
  const height = 250;
  return picture('A new plan and its files', height, [
    box(1, 1, WIDTH - 2, height - 2),
    box(1, 1, 178, height - 2, { fill: COLOURS.bar }),
    rows.map((name, i) =>
      sans(i === 0 ? 14 : 28, 34 + i * 24, i === 0 ? `${name}…` : name, {
        size: 12,
        weight: i === 0 ? 600 : 400,
        fill: i === 1 ? COLOURS.text : COLOURS.faint,
      }),
    ),
    code(plan.replace(/^plan \S+/, 'plan elvebyen'), 196, 38),
  ]);
}

function findingsPicture() {
  const { found } = judged();
  const uri = 'file:///elvebyen/housing.iplan';
  const problems = found(uri).filter(({ severity }) => severity === 'error');
  const [x, y] = [24, 36];
  const end = y + SECTOR.trim().split('\n').length * LINE;
  let at = end + 16;
  const notes = problems.map(({ message, instead, rule }) => {
    const lines = wrapped(instead === undefined ? message : `${message} ${instead}`, 76);
    const top = at;
    at += lines.length * 19 + 40;
    return [
      box(16, top, WIDTH - 32, lines.length * 19 + 32, { fill: COLOURS.bar }),
      `<circle cx="32" cy="${top + 19}" r="5" fill="${COLOURS.error}"/>`,
      lines.map((line, i) => sans(46, top + 23 + i * 19, line, { size: 12.5 })),
      sans(46, top + 23 + lines.length * 19, rule, { size: 12, fill: COLOURS.link }),
    ];
  });
  const height = at + 8;
  const waves = problems.map(({ range: { start, end: to } }) =>
    wave(+(x + start.character * COLUMN).toFixed(1), y + start.line * LINE + 5, (to.character - start.character) * COLUMN, COLOURS.error),
  );
  return picture('Findings under the lines of a plan', height, [box(1, 1, WIDTH - 2, height - 2), code(SECTOR.trim(), x, y), waves, notes]);
}

function viewsPicture() {
  const { workspace, found } = judged();
  const rows = [];
  const walk = (parent, depth) => {
    for (const row of planTree(workspace, found, parent)) {
      rows.push({ ...row, depth });
      if (row.more && row.kind !== 'kinds') walk(row.id, depth + 1);
    }
  };
  walk(undefined, 0);
  const height = 60 + rows.length * 30;
  return picture('The tree of a plan', height, [
    box(1, 1, WIDTH - 2, height - 2, { fill: COLOURS.bar }),
    sans(20, 32, 'PLANS', { size: 11, weight: 600, fill: COLOURS.faint }),
    rows.map(({ label, detail, depth, more, kind, counts }, i) => {
      const [left, base] = [24 + depth * 24, 64 + i * 30];
      const fill = counts.error > 0 ? COLOURS.error : COLOURS.text;
      const arrow = kind === 'kinds' ? `M${left} ${base - 9}l4 4l-4 4` : `M${left - 2} ${base - 7}l4 4l4 -4`;
      return [
        more
          ? `<path d="${arrow}" fill="none" stroke="${COLOURS.faint}" stroke-width="1.4"/>`
          : `<circle cx="${left + 2}" cy="${base - 4.5}" r="2.5" fill="${COLOURS.faint}"/>`,
        `<text x="${left + 16}" y="${base}" ${SANS} font-size="13.5" fill="${fill}">${xml(label)}<tspan dx="10" font-size="12" fill="${COLOURS.faint}">${xml(detail)}</tspan></text>`,
        counts.error > 0
          ? [
              `<circle cx="${WIDTH - 34}" cy="${base - 5}" r="9" fill="${COLOURS.badge}"/>`,
              sans(WIDTH - 34, base - 1, String(counts.error), { size: 11, fill: COLOURS.onBadge, anchor: 'middle' }),
            ]
          : '',
      ];
    }),
  ]);
}

function rulePicture() {
  const { id, severity, summary, why, grounding } = RULES.find((rule) => rule.id === 'accountability/no-accountable');
  const parts = [];
  let y = 44;
  const put = (text, letters, style, after) => {
    parts.push(paragraph(26, y, text, letters, style));
    y += wrapped(text, letters).length * 19 + after;
  };
  put(id, 60, { size: 20, weight: 600 }, 8);
  put(`${severity.replace(/^./, (c) => c.toUpperCase())}. ${summary}`, 84, {}, 16);
  put('Why', 60, { size: 16, weight: 600 }, 6);
  put(why, 84, {}, 16);
  put('What it rests on', 60, { size: 16, weight: 600 }, 6);
  for (const { cite, finding } of grounding.slice(0, 2)) put(`• ${cite}: ${finding}`, 84, { fill: COLOURS.faint }, 6);
  return picture('The page of a rule', y, [box(1, 1, WIDTH - 2, y - 2), ...parts]);
}

function profilePicture() {
  const { workspace, configs, found } = judged();
  const { plan, why, profile, counts } = planState(workspace, configs, found, 'file:///elvebyen/housing.iplan');
  const choices = [
    ['essential', 'Errors only'],
    ['recommended', 'What every plan should answer'],
    ['thorough', 'Also what only careful plans answer'],
  ];
  const height = 300;
  return picture('Why a plan is judged as it is, and what may be asked of it', height, [
    box(1, 1, WIDTH - 2, height - 2),
    box(40, 18, WIDTH - 80, 226, { fill: COLOURS.bar }),
    sans(WIDTH / 2, 42, plan, { weight: 600, anchor: 'middle' }),
    why.map((line, i) => sans(58, 72 + i * 24, wrapped(line, 78)[0] + (wrapped(line, 78).length > 1 ? ' …' : ''), { size: 12.5, fill: COLOURS.faint })),
    `<path d="M40 ${90 + why.length * 20}h${WIDTH - 80}" stroke="${COLOURS.frame}"/>`,
    choices.map(([name, says], i) => {
      const y = 112 + why.length * 20 + i * 26;
      return [
        name === profile ? box(48, y - 18, WIDTH - 96, 25, { fill: COLOURS.chosen, stroke: 'none', radius: 4 }) : '',
        sans(58, y, `${name === profile ? '✓' : '  '}`),
        sans(78, y, name, { weight: name === profile ? 600 : 400 }),
        sans(190, y, says, { fill: COLOURS.faint, size: 12.5 }),
      ];
    }),
    box(1, height - 34, WIDTH - 2, 33, { fill: COLOURS.bar }),
    `<circle cx="22" cy="${height - 17}" r="5" fill="${COLOURS.error}"/>`,
    sans(34, height - 13, `${counts.error} errors · ${profile}`, { size: 12.5 }),
  ]);
}

export const walkthroughFiles = () => ({
  'walkthrough/new-plan.svg': newPlanPicture(),
  'walkthrough/findings.svg': findingsPicture(),
  'walkthrough/views.svg': viewsPicture(),
  'walkthrough/rule.svg': rulePicture(),
  'walkthrough/profile.svg': profilePicture(),
});
