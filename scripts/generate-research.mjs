// Writes docs/research.md: each finding of the publications beside the rules that find it, or why a plan cannot show it.
import { RULES } from '../server/src/rules/rules.ts';
import { anchorOf, PUBLICATIONS, shortly } from './lib/research.mjs';

const INTRO = `# What the research found, and which rule finds it

Made from the files in [research](research): a file for each publication, with everything in it that went wrong, was missing or was asked for.
Each finding is said here in one sentence of our own, with the section in which it stands.

A rule is named beside a finding when it reports that weakness in a plan that has it and says enough of it. Some of these rules speak only
in the profile \`thorough\`; the page of a rule says so. Where a condition stands behind a rule, the plan has to write that down, or the
rule cannot know. Where no rule is named, none is claimed, and a few words say why the text of a plan cannot show it.

The publications are studies of places and policies, and none of them speaks of plans in this language: that a rule answers a finding is our
reading. They also describe what works; the examples of good plans on the pages of the rules come from there.
`;

const known = new Set(RULES.map((rule) => rule.id));
const named = (id) => (known.has(id) ? `[${id}](rules/${id}.md)` : `\`${id}\``);
const answer = (finding) =>
  finding.rules === undefined
    ? `*Not claimed:* ${finding.why}`
    : `${finding.rules.map(named).join(', ')}${finding.if === undefined ? '' : `, where ${finding.if}`}`;

const found = (publication) => publication.findings.filter((finding) => finding.rules !== undefined).length;
const total = (count) => PUBLICATIONS.reduce((sum, publication) => sum + count(publication), 0);
const titled = (publication) => `${shortly(publication)}, ${publication.title}`;

const totals = () => [
  '| publication | findings | found by a rule | not claimed |',
  '|---|---:|---:|---:|',
  ...PUBLICATIONS.map((one) => `| [${titled(one)}](#${one.key}) | ${one.findings.length} | ${found(one)} | ${one.findings.length - found(one)} |`),
  `| **all** | **${total((one) => one.findings.length)}** | **${total(found)}** | **${total((one) => one.findings.length - found(one))}** |`,
  '',
];

const section = (publication) => [
  `<a id="${publication.key}"></a>`,
  '',
  `## ${titled(publication)}`,
  '',
  publication.about,
  '',
  '| | section | finding | found by |',
  '|---:|---|---|---|',
  ...publication.findings.map((finding) =>
    ['', `<a id="${anchorOf(publication, finding)}"></a>${finding.id}`, finding.where, finding.finding, answer(finding), ''].join(' | ').trim(),
  ),
  '',
];

export const researchFiles = () => ({ 'docs/research.md': [INTRO, ...totals(), ...PUBLICATIONS.flatMap(section)].join('\n') });
