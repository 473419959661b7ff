import { accepting } from './accepting.ts';
import type { Rule } from './rule.ts';

const SEVERITY = { error: 'Error', warning: 'Warning', information: 'Information' } as const;

/** A finding of the research that a rule finds in a plan, with the address of its row. */
export interface Answered {
  readonly finding: string;
  readonly cite: string;
  readonly href: string;
}

/** The page of a rule as Markdown: what it asks for, why, on what grounds, which findings it answers, and its examples. */
export function page(rule: Rule, answered: readonly Answered[] = []): string {
  const weight = rule.thorough ? `Off, unless the profile \`thorough\` is chosen (${SEVERITY[rule.severity].toLowerCase()})` : SEVERITY[rule.severity];
  const draft = rule.absence ? ' · one level lower in a draft' : '';
  const options = Object.entries(rule.options ?? {}).map(([name, option]) => `- \`${name}\` (${JSON.stringify(option.default)}): ${option.doc}`);
  const either = (ids: readonly string[]): string => ids.map((id) => `\`${id}\``).join(' or ');
  const silenced = [
    ...(rule.silencedBy === undefined ? [] : [`It says nothing where ${either(rule.silencedBy)} has spoken already.`, '']),
    ...(rule.silencedAt === undefined ? [] : [`It says nothing of what ${either(rule.silencedAt)} has spoken of already.`, '']),
  ];
  return [
    `# ${rule.id}`,
    '',
    `${weight}${draft}.`,
    '',
    rule.summary,
    '',
    '## Why',
    '',
    rule.why,
    '',
    ...silenced,
    ...(options.length === 0 ? [] : ['## Options', '', ...options, '']),
    '## What it rests on',
    '',
    ...rule.grounding.map((ground) => `- ${ground.cite}: ${ground.finding}`),
    '',
    ...(answered.length === 0 ? [] : ['## Findings it answers', '', ...answered.map((one) => `- ${one.finding} ([${one.cite}](${one.href}))`), '']),
    '## Reported',
    '',
    ...rule.bad.flatMap(example),
    '## Not reported',
    '',
    ...rule.good.flatMap(example),
    '## When to accept it',
    '',
    ...accepting(rule),
    '',
  ].join('\n');
}

const example = (text: string): string[] => ['```iplan', ...text.split('\n'), '```', ''];
