// Writes the language reference from the vocabulary and a page for each rule.
import { KINDS, kindRow } from '../server/src/language/vocabulary.ts';
import { page } from '../server/src/rules/page.ts';
import { FAMILIES } from '../server/src/rules/rule.ts';
import { RULES } from '../server/src/rules/rules.ts';

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

## Files and plans

A folder is a plan. The file with the \`plan\` declaration heads its folder; every other \`.iplan\` file in it and its subfolders belongs to the
same plan, down to a folder with a plan of its own. A name is looked up in its own plan, then in the plans it stands \`under\`, then in the
frameworks it \`uses\`; \`plan.name\` says it outright. A sector may be opened again in another file to add to it.

## Declarations
`;

function language() {
  const sections = KINDS.filter((kind) => kind !== 'waive').map((kind) => {
    const row = kindRow(kind);
    const holders = KINDS.filter((other) => kindRow(other).holds.includes(kind));
    const where = [...(row.top || row.alsoTop ? ['at the top of a file'] : []), ...holders.map((holder) => `in ${holder}`)].join(', ');
    const statements = Object.entries(row.rows).map(
      ([word, r]) => `| \`${word}\`${r.required ? ' **!**' : ''}${r.many ? ' \\*' : ''} | ${r.shape.notation.replaceAll('|', '\\|')} | ${r.doc} |`,
    );
    return [`### ${kind}`, '', `${row.doc} Stands ${where}.`, '', '| statement | value | what it says |', '|---|---|---|', ...statements, ''].join('\n');
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
  return `${INTRO}\n**!** must be there; \\* may stand several times.\n\n${[...sections, waive].join('\n')}`;
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
    '',
    ...families.filter((f) => f !== ''),
  ].join('\n');
}

export const docFiles = () => ({
  'docs/language.md': language(),
  'docs/rules/README.md': index(),
  ...Object.fromEntries(RULES.map((rule) => [`docs/rules/${rule.id}.md`, page(rule)])),
});
