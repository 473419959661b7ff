import { counted } from '../language/nouns.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import { say, told } from '../text/say.ts';
import { called, listed, type Rule } from './rule.ts';
import type { Finding } from './run.ts';

/** So many of one rule stand side by side; more of them are told as one. */
const APART = 3;

/**
 * Findings do not cascade: per rule and bottom up, a parent with more than three findings below it takes them all into one. So does a
 * sector with its measures, and then the plan with what is left of its sectors.
 */
export function gather(rule: Rule, findings: readonly Finding[], scope: Scope): readonly Finding[] {
  const { gathered, apart = APART } = rule;
  if (gathered === undefined || findings.length <= apart) return findings;
  const byParent = new Map<Declaration | undefined, Finding[]>();
  for (const finding of findings) {
    const parent = finding.about === undefined ? undefined : (scope.sectorOf(finding.about) ?? finding.about.parent);
    const list = byParent.get(parent);
    if (list === undefined) byParent.set(parent, [finding]);
    else list.push(finding);
  }
  const below = [...byParent].flatMap(([parent, list]) => (list.length > apart ? [together(gathered, list, parent, scope)] : list));
  return below.length > apart ? [together(gathered, findings, scope.head, scope)] : below;
}

function together(gathered: string, findings: readonly Finding[], parent: Declaration | undefined, scope: Scope): Finding {
  const first = findings[0] as Finding;
  const at = parent ?? scope.head ?? first.about;
  const where = parent === undefined || parent === scope.head ? say`of the plan` : say`in ${called(parent)}`;
  const names = findings.map((finding) => `"${finding.about?.title ?? ''}"`);
  // What stands in one place already stays there: items of a framework are told of where the plan says that it follows it.
  const stays = at === undefined || findings.every(({ place: { chunk, span } }) => chunk === first.place.chunk && span.start === first.place.span.start);
  const place = stays ? first.place : { chunk: at.node.chunk, span: at.idToken ?? at.titleToken ?? at.node.head };
  return {
    rule: first.rule,
    severity: findings.some((f) => f.severity === 'error') ? 'error' : findings.some((f) => f.severity === 'warning') ? 'warning' : 'information',
    message: say`${kindsOf(findings)} ${where} ${told(gathered)}: ${listed(names)}.`,
    ...(first.instead === undefined ? {} : { instead: first.instead }),
    place: { chunk: place.chunk, span: { start: place.span.start, end: place.span.end } },
    related: findings.slice(0, 20).flatMap((finding) => (stays && at !== undefined ? finding.related : [{ place: finding.place, message: finding.message }])),
    about: at,
    gathered: findings.flatMap((finding) => finding.about ?? []),
    fixes: [],
  };
}

/** How many of the kind that all findings speak of; of several kinds, declarations. */
function kindsOf(findings: readonly Finding[]): string {
  const kinds = new Set(findings.map((finding) => finding.about?.kind));
  const kind = kinds.size === 1 ? [...kinds][0] : undefined;
  if (kind !== undefined) return counted(findings.length, kind);
  const tasks = kinds.size === 2 && kinds.has('measure') && kinds.has('responsibility');
  return tasks ? say`${findings.length} measures and responsibilities` : say`${findings.length} declarations`;
}
