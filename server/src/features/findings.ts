import type { Branch, Grouping } from '../../../client/src/messages.ts';
import type { Diagnosis } from '../lint.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Found as Named, Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import { RULES } from '../rules/rules.ts';
import { say } from '../text/say.ts';
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
  return branches(twigs, found, parent);
}

const groupTwig = ({ key, ...heading }: Heading, problems: readonly Diagnosis[]): Twig => ({
  key,
  row: () => ({ ...heading, more: true, where: countsOf(problems) }),
  twigs: () => problems.map(problemTwig),
});

const problemTwig = ({ uri, range, rule, message, severity }: Diagnosis): Twig => ({
  key: `${rule}@${uri}#${range.start.line}:${range.start.character}`,
  row: () => ({ label: message, detail: `${fileName(uri)}:${range.start.line + 1}`, kind: severity, more: false, place: { uri, range }, rule, where: [] }),
  twigs: () => [],
});

function heavier(a: { heading: Heading; problems: readonly Diagnosis[] }, b: typeof a): number {
  const [x, y] = [countsOf(a.problems), countsOf(b.problems)];
  return y.error - x.error || y.warning - x.warning || y.information - x.information || (a.heading.label < b.heading.label ? -1 : 1);
}

const SUMMARIES: ReadonlyMap<string, string> = new Map(RULES.map(({ id, summary }) => [id, summary]));

const ruleHeading = ({ rule }: Diagnosis): Heading =>
  SUMMARIES.has(rule)
    ? { key: rule, label: (SUMMARIES.get(rule) as string).replace(/\.$/, ''), detail: rule, kind: 'heading', rule }
    : { key: rule, label: say`Mistakes in the configuration`, detail: rule, kind: 'heading' };

function planHeadings(problem: Diagnosis, workspace: Workspace, by: 'actor' | 'sector'): readonly Heading[] {
  const scope = workspace.scopeOf(problem.uri);
  if (scope === undefined) return [{ key: '', label: say`Outside of every plan`, kind: 'heading' }];
  const about = problem.about ?? declarationAt(problem, workspace, scope);
  if (by === 'actor') return answering(about, scope).map(namedHeading);
  const sector = about?.is('sector') ? { declaration: about, scope } : sectorOf(about, scope);
  return [sector === undefined ? { key: `plan ${scope.id}`, label: say`The plan as a whole`, detail: scope.title, kind: 'plan' } : namedHeading(sector)];
}

/** What the parser found is about nothing; it belongs to what it stands in. */
function declarationAt({ uri, range }: Diagnosis, workspace: Workspace, scope: Scope): Declaration | undefined {
  const inside = spotAt(workspace, uri, range.start)?.declaration;
  return inside && whole(inside, scope);
}

function namedHeading(named: Named | undefined): Heading {
  if (named === undefined) return { key: '', label: say`Nobody is named`, kind: 'heading' };
  const { declaration, scope } = named;
  return {
    key: `${scope.id}.${declaration.id}`,
    label: declaration.title.trim() || declaration.id || declaration.kind,
    detail: scope.title,
    kind: declaration.kind,
  };
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
