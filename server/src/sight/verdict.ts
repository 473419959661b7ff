import { type Identity, identityOf } from '../baseline.ts';
import { type Diagnosis, Linter, preferred } from '../lint.ts';
import type { Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Settings } from '../rules/run.ts';
import type { Range } from '../text/span.ts';

/** A problem without the trees that it was found in: plain data, to be kept, sent and told. */
export interface Told extends Omit<Diagnosis, 'about' | 'gathered' | 'fixes'> {
  readonly identity: Identity;
  /** The mend that one would choose, where it changes a single place of the same file. */
  readonly mend?: { readonly range: Range; readonly text: string };
}

/** What reports say of a plan. */
export interface PlanFacts {
  readonly id: string;
  readonly title: string;
  /** The file that it begins in. */
  readonly uri: string;
  readonly levels: readonly string[];
  readonly kind: string;
}

/** What was found in a unit, as plain data. */
export interface Verdict {
  /** Of a plan. */
  readonly plan?: PlanFacts;
  /** The problems of its files, each file's in the order of its text. */
  readonly problems: readonly Told[];
  /** Something in it was said with a look at the ids of all plans. */
  readonly asksForIds: boolean;
  /** Sentences about rules that failed while it was judged. */
  readonly failures: readonly string[];
}

/** Judges some units of a workspace that holds all that they may see. */
export function verdictsOf(
  workspace: Workspace,
  units: readonly { readonly files: readonly { readonly uri: string }[] }[],
  settings: (uri: string) => Settings,
): readonly Verdict[] {
  const failures = new Set<string>();
  const linter = new Linter((rule, error) => failures.add(`The rule ${rule} has failed and was left out: ${error instanceof Error ? error.message : error}.`));
  return units.map(({ files }) => {
    failures.clear();
    const problems = files.flatMap(({ uri }) => linter.diagnose(workspace, uri, settings).map((problem) => toldOf(problem, workspace)));
    const scope = workspace.scopeOf(files[0]?.uri ?? '');
    const plan = scope && planFactsOf(scope);
    return { ...(plan && { plan }), problems, asksForIds: scope?.askedForIds === true, failures: [...failures] };
  });
}

/** What reports say of a plan; nothing of a framework or a loose file. */
export const planFactsOf = (scope: Scope): PlanFacts | undefined =>
  scope.kind === 'plan' ? { id: scope.id, title: scope.title, uri: scope.files[0]?.uri ?? '', levels: scope.levels, kind: scope.planKind } : undefined;

/** A problem as plain data. */
export function toldOf(problem: Diagnosis, workspace: Workspace): Told {
  const { about: _, gathered: __, fixes: ___, ...rest } = problem;
  const mend = singleMend(problem, workspace);
  return { ...rest, identity: identityOf(problem, workspace), ...(mend && { mend }) };
}

function singleMend(problem: Diagnosis, workspace: Workspace): Told['mend'] {
  const fix = preferred(problem);
  const [edit, more] = fix?.edits ?? [];
  const place = fix === undefined || edit === undefined || more !== undefined ? undefined : workspace.place(fix.node.chunk, edit.span);
  if (place === undefined || edit === undefined || place.file.uri !== problem.uri) return undefined;
  const { tree } = place.file;
  return { range: { start: tree.positionAt(place.span.start), end: tree.positionAt(place.span.end) }, text: edit.text };
}
