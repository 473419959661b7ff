import type { Branch, Grouping } from '../../../client/src/messages.ts';
import type { Diagnosis } from '../lint.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Found as Named, Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import { RULES } from '../rules/rules.ts';
import { branches, countsOf, type Found, fileName, type Twig } from './branches.ts';
import { spotAt, whole } from './spot.ts';

/** What a finding is put under. */
interface Heading {
  readonly key: string;
  readonly label: string;
  readonly detail?: string;
  readonly kind: string;
  readonly rule?: string;
}

/** The findings of all files under their headings, the heaviest heading first; with a row, the findings under it. */
export function findings(workspace: Workspace, uris: readonly string[], found: Found, by: Grouping, parent?: string): Branch[] {
  const groups = new Map<string, { readonly heading: Heading; readonly problems: Diagnosis[] }>();
  for (const uri of uris) {
    for (const problem of found(uri)) {
      if (problem.waived !== undefined) continue;
      for (const heading of by === 'rule' ? [ruleHeading(problem)] : planHeadings(problem, workspace, by)) {
        const group = groups.get(heading.key);
        if (group === undefined) groups.set(heading.key, { heading, problems: [problem] });
        else group.problems.push(problem);
      }
    }
  }
  const twigs = [...groups.values()].sort(heavier).map(({ heading, problems }) => groupTwig(heading, problems));
  // The weight of a row is that of the findings under it, wherever else in their files others stand.
  const weights = new Map([...groups.values()].map(({ heading, problems }) => [`${heading.key}`, problems]));
  return branches(twigs, (key) => weights.get(key) ?? [], parent);
}

function groupTwig(heading: Heading, problems: readonly Diagnosis[]): Twig {
  return { ...heading, where: [{ uri: heading.key }], twigs: () => problems.map(problemTwig) };
}

function problemTwig(problem: Diagnosis): Twig {
  const { uri, range, rule, message, severity } = problem;
  return {
    key: `${rule}@${uri}#${range.start.line}:${range.start.character}`,
    label: message,
    detail: `${fileName(uri)}:${range.start.line + 1}`,
    kind: severity,
    place: { uri, range },
    rule,
    where: [],
    twigs: () => [],
  };
}

function heavier(a: { heading: Heading; problems: readonly Diagnosis[] }, b: typeof a): number {
  const [x, y] = [countsOf(a.problems), countsOf(b.problems)];
  return y.error - x.error || y.warning - x.warning || y.information - x.information || (a.heading.label < b.heading.label ? -1 : 1);
}

const SUMMARIES: ReadonlyMap<string, string> = new Map(RULES.map(({ id, summary }) => [id, summary]));

const ruleHeading = ({ rule }: Diagnosis): Heading =>
  SUMMARIES.has(rule)
    ? { key: rule, label: (SUMMARIES.get(rule) as string).replace(/\.$/, ''), detail: rule, kind: 'heading', rule }
    : { key: rule, label: 'Mistakes in the configuration', detail: rule, kind: 'heading' };

function planHeadings(problem: Diagnosis, workspace: Workspace, by: 'actor' | 'sector'): readonly Heading[] {
  const spot = spotAt(workspace, problem.uri, problem.range.start);
  if (spot === undefined) return [{ key: '', label: 'Outside of every plan', kind: 'heading' }];
  const about = problem.about ?? (spot.declaration && whole(spot.declaration, spot.scope));
  if (by === 'actor') return answering(about, spot.scope).map(namedHeading);
  const sector = about?.is('sector') ? { declaration: about, scope: spot.scope } : sectorOf(about, spot.scope);
  return [sector === undefined ? { key: `plan ${spot.scope.id}`, label: 'The plan as a whole', detail: spot.scope.title, kind: 'plan' } : namedHeading(sector)];
}

function namedHeading(named: Named | undefined): Heading {
  if (named === undefined) return { key: '', label: 'Nobody is named', kind: 'heading' };
  const { declaration, scope } = named;
  return { key: `${scope.id}.${declaration.id}`, label: declaration.title || declaration.id, detail: scope.title, kind: declaration.kind };
}

function sectorOf(about: Declaration | undefined, scope: Scope): Named | undefined {
  const sector = about === undefined ? undefined : scope.sectorOf(about);
  return sector === undefined ? undefined : { declaration: sector, scope };
}

/** Who has to see to it: the actor itself, who answers for the thing, or who leads its sector or the plan. */
function answering(about: Declaration | undefined, scope: Scope): readonly (Named | undefined)[] {
  const partner = about?.is('agreement') ? about.parent : about;
  if (partner?.is('actor', 'partner', 'body')) return [{ declaration: partner, scope }];
  for (const one of [about, about && scope.sectorOf(about), scope.head]) {
    const named = (one?.facts ?? [])
      .filter(({ word }) => ANSWERING.has(word))
      .flatMap(({ refs }) => refs)
      .map((ref) => scope.resolve(ref.name))
      .filter((holder) => holder !== undefined);
    if (named.length > 0) return [...new Map(named.map((holder) => [holder.declaration, holder])).values()];
  }
  return [undefined];
}

const ANSWERING: ReadonlySet<string> = new Set(['lead', 'accountable', 'owner', 'coordinator']);
