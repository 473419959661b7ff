// Writes the language reference from the vocabulary and a page for each rule.
import { KINDS, kindRow } from '../server/src/language/vocabulary.ts';
import { page } from '../server/src/rules/page.ts';
import { FAMILIES } from '../server/src/rules/rule.ts';
import { RULES } from '../server/src/rules/rules.ts';
import { answeredBy } from './lib/research.mjs';

const INTRO = `# The language of integration plans

This page is made from the vocabulary of the tool (\`server/src/language/vocabulary.ts\`) and is always what the checker does.

A plan is plain text. Each line is a statement: a word and what it says. Declarations have a short name (an *id*), a title and a
block in braces:

\`\`\`iplan
measure tenancy-course "Tenancy course for new tenants" {
  lead housing-office
  period 2025-03 to 2027
}
\`\`\`

## Text

- A statement ends with its line, at \`;\` or before \`}\`. It goes on after a comma, and on a line that begins with \`by\`, \`until\`, \`because\` or \`approved\`.
- \`#\` begins a comment.
- Texts stand in \`"…"\` on one line; long texts between \`"""\` may hold Markdown and span lines that are indented.
- Ids begin with a letter and hold letters, digits, \`-\` and \`_\`. Words of the language may be ids.
- A wrong line never spoils its neighbours, and a kind that stands only at the top begins afresh wherever it stands at the beginning of a line.

## Values

| value | written |
|---|---|
| number | \`320\`, \`6.5\`, \`400_000\`, \`132 million\` |
| percent | \`55%\`, \`2/3\`; a difference is \`5 points\` or \`5 percent\` |
| quantity | \`320 persons\`, \`6.5 fte\`, \`12 hours per week\`, \`5.8 per 1000\`; an estimate takes \`about\`, \`provisional\` or \`derived\` |
| money | \`2370 EUR per person per year\`, \`at most 30000 EUR\`; without a code the plan's currency |
| date | \`2027-12-31\`, \`2027-12\`, \`2027-Q4\`, \`2027\`, \`2026/27\`; a partial date is its whole span |
| period | \`2025 to 2028\`, \`from 2025-03\`, \`until 2027\`, \`2026\` |
| duration | \`10 weeks\`, \`18 months\`, \`2 years\` |
| deadline | \`by 2027-06-30\`, \`within 10 weeks of assignment\`, \`3 years after arrival\`, \`6 months before end\`, \`ongoing\` |
| frequency | \`monthly\`, \`quarterly\`, \`twice a year\`, \`every 6 months\`, \`at least yearly\`, \`once\`, \`ongoing\` |
| reference | \`red-cross\`, or \`other-plan.name\` |
| role holder | the name of an actor, a partner, a body or a group |
| not known yet | \`tbd\`, \`tbd until 2025-06 "after the survey"\` |

A *role holder* may be written wherever somebody does something, answers for it, is asked or is told. The checker has its questions about
a group that is made to answer for the help it gets.

## Files and plans

- **A folder is a plan.** The file with the \`plan\` declaration heads its folder; every other \`.iplan\` file in it and in the folders below
  belongs to the same plan, down to a folder with a plan of its own. So each department can keep its own file.
- **Names.** The ids of plans and frameworks are unique among all that are read together; every other id is unique in its plan. A name is
  looked up in its own plan, then in the plans it stands \`under\`, nearest first, then in the frameworks it \`uses\`. \`plan.name\` says it
  outright. A municipality need not repeat the actors, groups, funds and duties of its county and its state.
- **A sector may be opened again** in another file, to add to it.
- **A framework** is a list of things that plans can cover: principles, legal requirements, areas of a charter. Several ship with the tool.
  One that is \`for\` a level of government applies to all plans of that level below a plan that uses it.
- **Data.** \`data "jobs.csv"\` gives an indicator the observed values of a table beside the plan, with the columns \`indicator\`, \`date\`,
  \`value\` and, if wanted, \`group\` and \`note\`.

## What a plan means to the checker

- **Kind.** A plan is an action plan unless \`kind\` says otherwise. A statute, a strategy or a monitor need not have what only an action
  plan has, but what it has must be whole.
- **Today.** Dates are judged against the day of the check, or against the day that was asked for (\`--as-of\`, \`asOf\`). The same plan and the
  same day give the same findings everywhere.
- **On track.** A target is on track when its newest value lies at or beyond the straight line from the baseline to what is aimed at, on
  the day of that value; milestones bend the line. A target that counts from an event (\`3 years after arrival\`) has no line: it is met or not.
  Data are late when the newest value is older than the frequency and its lag allow.
- **Not known yet.** \`tbd\` is a gap that is promised to be closed. What is said about it weighs one level less while \`until\` lies ahead, and
  its full weight afterwards or where no day is given. In a plan with \`status draft\` everything that is missing weighs one level less.
- **One cause, one finding.** Where a whole layer is missing, that is said once and not again at each thing that lacks it. The same finding at
  more than three things under one heading is one finding with their names.
- **Accepted gaps.** \`waive\` accepts a finding until a day, with who approved it and why. The gap stays visible in every report, and the
  waiver is itself reported when it has ended or fits nothing any more.
- **Ids carry meaning.** Keep an id when a measure is moved or renamed: two versions of a plan are compared by their ids.

## Declarations
`;

/** The statements that every kind has: shown once. */
function shared() {
  const kinds = KINDS.filter((kind) => kind !== 'waive').map((kind) => kindRow(kind).rows);
  return Object.entries(kinds[0]).filter(([word, row]) => kinds.every((rows) => rows[word]?.doc === row.doc));
}

const statementRow = ([word, row]) => {
  const notation = row.shape.words?.join(' | ') ?? row.shape.notation;
  return `| \`${word}\`${row.required ? ' **!**' : ''}${row.many ? ' \\*' : ''} | ${notation.replaceAll('|', '\\|')} | ${row.doc} |`;
};
const TABLE = ['| statement | value | what it says |', '|---|---|---|'];

function language() {
  const common = shared();
  const sections = KINDS.filter((kind) => kind !== 'waive').map((kind) => {
    const row = kindRow(kind);
    const holders = KINDS.filter((other) => kindRow(other).holds.includes(kind));
    const where = [...(row.top || row.alsoTop ? ['at the top of a file'] : []), ...holders.map((holder) => `in ${holder}`)].join(', ');
    const statements = Object.entries(row.rows).filter(([word]) => !common.some(([other]) => other === word));
    return [`### ${kind}`, '', `${row.doc} Stands ${where}.`, '', ...TABLE, ...statements.map(statementRow), ''].join('\n');
  });
  const waive = [
    '### waive',
    '',
    kindRow('waive').doc,
    '',
    '```iplan',
    'waive coverage/group-without-measure on elderly until 2026-06-30',
    '  approved by steering-group',
    '  because "Needs survey of older residents reports in spring 2026"',
    '```',
    '',
  ].join('\n');
  const everywhere = ['Every declaration may have these:', '', ...TABLE, ...common.map(statementRow), ''].join('\n');
  return `${INTRO}\n**!** must be there; \\* may stand several times. A list is written with commas; \`…\` in the tables stands for more of the same.\n\n${[everywhere, ...sections, waive].join('\n')}`;
}

function index() {
  const families = FAMILIES.map((family) => {
    const rules = RULES.filter((rule) => rule.id.startsWith(`${family}/`));
    if (rules.length === 0) return '';
    return [
      `## ${family}`,
      '',
      '| rule | weight | what it reports |',
      '|---|---|---|',
      ...rules.map((rule) => `| [${rule.id}](${rule.id}.md) | ${rule.severity}${rule.thorough ? ' (thorough)' : ''} | ${rule.summary} |`),
      '',
    ].join('\n');
  });
  return [
    '# The rules',
    '',
    'Made from the files of the rules; each has a page with its reasons, what it rests on, and examples that are its tests.',
    'Which finding of the research is found by which rule stands in [the table of findings](../research.md).',
    '',
    ...families.filter((f) => f !== ''),
  ].join('\n');
}

export const docFiles = () => ({
  'docs/language.md': language(),
  'docs/rules/README.md': index(),
  ...Object.fromEntries(RULES.map((rule) => [`docs/rules/${rule.id}.md`, page(rule, answeredBy(rule.id, '../../research.md'))])),
});
