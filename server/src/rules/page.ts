import { either } from '../language/nouns.ts';
import { say, told } from '../text/say.ts';
import { accepting } from './accepting.ts';
import type { Rule } from './rule.ts';

export const SEVERITY = { error: 'Error', warning: 'Warning', information: 'Information' } as const;

/** A finding of the research that a rule finds in a plan, with the address of its row. */
export interface Answered {
  readonly finding: string;
  readonly cite: string;
  readonly href: string;
}

/** The page of a rule as Markdown: what it asks for, why, on what grounds, which findings it answers, and its examples. */
export function page(rule: Rule, answered: readonly Answered[] = []): string {
  const severity = told(SEVERITY[rule.severity]);
  const weight = rule.thorough ? say`Off, unless the profile \`thorough\` is chosen (${severity.toLowerCase()})` : severity;
  const draft = rule.absence ? say` · one level lower in a draft` : '';
  const options = Object.entries(rule.options ?? {}).map(([name, option]) => `- \`${name}\` (${JSON.stringify(option.default)}): ${told(option.doc)}`);
  const ids = (some: readonly string[]): string => either(some.map((id) => `\`${id}\``));
  const silenced = [
    ...(rule.silencedBy === undefined ? [] : [say`It says nothing where ${ids(rule.silencedBy)} has spoken already.`, '']),
    ...(rule.silencedAt === undefined ? [] : [say`It says nothing of what ${ids(rule.silencedAt)} has spoken of already.`, '']),
  ];
  return [
    `# ${rule.id}`,
    '',
    `${weight}${draft}.`,
    '',
    told(rule.summary),
    '',
    `## ${say`Why`}`,
    '',
    told(rule.why),
    '',
    ...silenced,
    ...(options.length === 0 ? [] : [`## ${say`Options`}`, '', ...options, '']),
    `## ${say`What it rests on`}`,
    '',
    ...rule.grounding.map((ground) => `- ${ground.cite}: ${told(ground.finding)}`),
    '',
    ...(answered.length === 0 ? [] : [`## ${say`Findings it answers`}`, '', ...answered.map((one) => `- ${one.finding} ([${one.cite}](${one.href}))`), '']),
    `## ${say`Reported`}`,
    '',
    ...rule.bad.flatMap(example),
    `## ${say`Not reported`}`,
    '',
    ...rule.good.flatMap(example),
    `## ${say`When to accept it`}`,
    '',
    ...accepting(rule),
    '',
  ].join('\n');
}

const example = (text: string): string[] => ['```iplan', ...text.split('\n'), '```', ''];
