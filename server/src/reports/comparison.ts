import { type Change, type Comparison, type FindingChange, WEIGHTS, type Weight } from '../compare/change.ts';
import { type Noun, noun } from '../language/nouns.ts';
import { listed } from '../rules/rule.ts';
import { say, told } from '../text/say.ts';
import { markdownText } from './escape.ts';

/** How the places of a comparison are told: as paths from where the command was given. */
export type Shown = (uri: string) => string;

export const SIGN: Readonly<Record<Weight, string>> = { weakened: '▼', strengthened: '▲', changed: '•' };
export const HEADINGS: Readonly<Record<Weight, string>> = { weakened: 'Weakened', strengthened: 'Strengthened', changed: 'Changed' };

/** What a change is about: `measure "Language café"`. */
export const named = ({ about }: Change): string => (about.title === '' ? noun(about.kind as Noun) : `${noun(about.kind as Noun)} "${about.title}"`);
const placeOf = ({ before, after }: Change, shown: Shown): string => {
  const stand = after ?? before;
  return stand === undefined ? '' : lineOf(stand, shown);
};

/** `town/plan.iplan:12` */
export const lineOf = ({ uri, range }: FindingChange['at'], shown: Shown): string => `${shown(uri)}:${range.start.line + 1}`;

/** `3 weakened, 1 strengthened, 4 changed, 2 findings new, 1 resolved`; `No difference in meaning.` */
export function summary({ changes, found, resolved }: Comparison): string {
  const [weakened, strengthened, changed] = WEIGHTS.map((weight) => changes.filter((change) => change.weight === weight).length) as [number, number, number];
  const counts = [
    weakened > 0 && say`${weakened} weakened`,
    strengthened > 0 && say`${strengthened} strengthened`,
    changed > 0 && say`${changed} changed`,
    found.length > 0 && (found.length === 1 ? say`1 finding new` : say`${found.length} findings new`),
    resolved.length > 0 && (resolved.length === 1 ? say`1 finding resolved` : say`${resolved.length} findings resolved`),
  ].filter((count) => count !== false);
  return counts.length === 0 ? say`No difference in meaning.` : `${listed(counts)}.`;
}

/** For people at a terminal: what was weakened first. */
export function comparisonText(comparison: Comparison, shown: Shown): string {
  const lines: string[] = [];
  for (const { id: plan, title } of comparison.plans) {
    lines.push(title, '');
    for (const weight of WEIGHTS)
      for (const change of comparison.changes.filter((one) => one.plan === plan && one.weight === weight))
        lines.push(`  ${SIGN[weight]} ${named(change)}: ${change.message}`, `    ${placeOf(change, shown)}`);
    for (const [sign, list] of [['+', comparison.found] as const, ['−', comparison.resolved] as const])
      for (const finding of list.filter((one) => one.plan === plan)) lines.push(`  ${sign} ${finding.severity} ${finding.rule}: ${finding.message}`);
    lines.push('');
  }
  return `${[...lines, summary(comparison)].join('\n')}\n`;
}

/** For a comment under a proposed change. */
export function comparisonMarkdown(comparison: Comparison, shown: Shown): string {
  const lines = [say`## What this change means`, '', summary(comparison), ''];
  for (const { id: plan, title } of comparison.plans) {
    lines.push(`### ${markdownText(title)}`, '');
    for (const weight of WEIGHTS) {
      const changes = comparison.changes.filter((one) => one.plan === plan && one.weight === weight);
      if (changes.length === 0) continue;
      lines.push(`**${told(HEADINGS[weight])}**`, '', say`| | what | where |`, '|---|---|---|');
      for (const change of changes)
        lines.push(`| ${markdownText(named(change))} | ${markdownText(change.message)} | ${markdownText(placeOf(change, shown))} |`);
      lines.push('');
    }
    lines.push(...list(say`New findings`, comparison.found, plan), ...list(say`Resolved findings`, comparison.resolved, plan));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function list(title: string, findings: readonly FindingChange[], plan: string): string[] {
  const own = findings.filter((one) => one.plan === plan);
  return own.length === 0 ? [] : [`**${title}**`, '', ...own.map(({ rule, severity, message }) => `- ${severity} \`${rule}\`: ${markdownText(message)}`), ''];
}

/** For other tools; versioned, lines and characters from 0. */
export function comparisonJson(comparison: Comparison, shown: Shown, names: { readonly base: string; readonly head: string }): string {
  const stand = (one: Change['before']) => one && { file: shown(one.uri), range: one.range, text: one.text };
  const changes = comparison.changes.map(({ before, after, ...change }) => ({
    ...change,
    ...(before && { before: stand(before) }),
    ...(after && { after: stand(after) }),
  }));
  const finding = ({ at, ...one }: FindingChange) => ({ ...one, file: shown(at.uri), range: at.range });
  const whole = {
    version: 1,
    ...names,
    plans: comparison.plans,
    changes,
    findings: { new: comparison.found.map(finding), resolved: comparison.resolved.map(finding) },
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}
