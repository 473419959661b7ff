import type { Declaration, Waiver } from './model/declaration.ts';
import type { Scope } from './model/scope.ts';
import { uriOf, type Workspace } from './model/workspace.ts';
import type { Fix } from './rules/mend.ts';
import type { Severity } from './rules/rule.ts';
import { type Finding, type Judged, judgeChunk, judgeScope, judging, type Place, type Settings } from './rules/run.ts';
import type { Chunk } from './syntax/tree.ts';
import { NONE } from './text/lists.ts';
import { say } from './text/say.ts';
import type { Range } from './text/span.ts';

/** One problem as people and other tools see it; lines and characters from 0, as in LSP. */
export interface Diagnosis {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly instead?: string;
  readonly uri: string;
  readonly range: Range;
  readonly related: readonly { readonly uri: string; readonly range: Range; readonly message: string }[];
  readonly waived?: { readonly until?: string; readonly by?: string; readonly because?: string };
  readonly fixes?: readonly Fix[];
  /** What it is about; unknown of what the parser found. */
  readonly about?: Declaration;
  /** What each of the findings that it was gathered of is about. */
  readonly gathered?: readonly Declaration[];
  /** It was there when the plan was first checked: a baseline holds it. */
  readonly known?: true;
}

/** The mend that one would choose: the first, where it is safe or the only one. */
export function preferred({ fixes = [] }: Diagnosis): Fix | undefined {
  const [first] = fixes;
  return first !== undefined && (first.safe === true || fixes.length === 1) ? first : undefined;
}

/** Most problems told of one file; the rest are counted. */
const MOST = 1000;

/**
 * Judges a workspace. It keeps what it found with the chunks and scopes it found it in: both are values that are replaced when
 * anything around them changes, so nothing is ever invalidated.
 */
export class Linter {
  readonly #chunks = new WeakMap<Chunk, { settings: Settings; judged: Judged }>();
  readonly #scopes = new WeakMap<Scope, { settings: Settings; judged: Judged }>();
  readonly #onFailure: (rule: string, error: unknown) => void;

  constructor(onFailure: (rule: string, error: unknown) => void = () => {}) {
    this.#onFailure = onFailure;
  }

  /** The problems of one file, in the order of the text. */
  diagnose(workspace: Workspace, uri: string, settings: (uri: string) => Settings): readonly Diagnosis[] {
    return inOrder([...this.ofText(workspace, uri, settings), ...this.ofPlan(workspace, uri, settings)]);
  }

  /** What the text of a file says by itself. */
  ofText(workspace: Workspace, uri: string, settings: (uri: string) => Settings): readonly Diagnosis[] {
    const wanted = settings(uri);
    const findings: Finding[] = [];
    const failures = new Map<string, unknown>();
    for (const chunk of workspace.files.get(uri)?.tree.chunks ?? NONE) {
      let known = this.#chunks.get(chunk);
      if (known?.settings !== wanted) {
        this.#chunks.set(chunk, (known = { settings: wanted, judged: judgeChunk(chunk, wanted) }));
        for (const { rule, error } of known.judged.failures) failures.set(rule, error);
      }
      for (const finding of known.judged.findings) findings.push(finding);
    }
    for (const [rule, error] of failures) this.#onFailure(rule, error);
    return located(findings, workspace);
  }

  /** What the plan that a file belongs to says of it. */
  ofPlan(workspace: Workspace, uri: string, settings: (uri: string) => Settings): readonly Diagnosis[] {
    const scope = workspace.scopeOf(uri);
    if (scope === undefined) return [];
    const { findings } = this.#ofScope(scope, workspace, settings(headOf(scope, uri)));
    return located(
      findings.filter((finding) => uriOf(finding.place.chunk) === uri),
      workspace,
    );
  }

  /** Judges the plan of a file in steps, so that whoever asks for its problems afterwards has them at once. */
  *judging(workspace: Workspace, uri: string, settings: (uri: string) => Settings): Generator<undefined, void> {
    const scope = workspace.scopeOf(uri);
    if (scope === undefined) return;
    const wanted = settings(headOf(scope, uri));
    if (this.#scopes.get(scope)?.settings !== wanted) this.#keep(scope, wanted, yield* judging(scope, workspace, wanted));
  }

  /** The problems of all files. */
  diagnoseAll(workspace: Workspace, settings: (uri: string) => Settings): ReadonlyMap<string, readonly Diagnosis[]> {
    return new Map([...workspace.files.values()].filter((file) => !file.library).map((file) => [file.uri, this.diagnose(workspace, file.uri, settings)]));
  }

  #ofScope(scope: Scope, workspace: Workspace, settings: Settings): Judged {
    const known = this.#scopes.get(scope);
    if (known?.settings === settings) return known.judged;
    return this.#keep(scope, settings, judgeScope(scope, workspace, settings));
  }

  #keep(scope: Scope, settings: Settings, judged: Judged): Judged {
    for (const { rule, error } of judged.failures) this.#onFailure(rule, error);
    this.#scopes.set(scope, { settings, judged });
    return judged;
  }
}

const headOf = (scope: Scope, uri: string): string => scope.files[0]?.uri ?? uri;
const located = (findings: readonly Finding[], workspace: Workspace): readonly Diagnosis[] =>
  findings.map((finding) => diagnosisOf(finding, workspace)).filter((d) => d !== undefined);

const byPlace = (a: Diagnosis, b: Diagnosis): number =>
  a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

/** Problems of a file in the order of its text; too many are cut, and counted. */
export function inOrder(found: readonly Diagnosis[]): readonly Diagnosis[] {
  const diagnoses = [...found].sort(byPlace);
  if (diagnoses.length <= MOST) return diagnoses;
  const last = diagnoses[MOST - 1] as Diagnosis;
  return [...diagnoses.slice(0, MOST - 1), { ...last, message: say`${last.message} (and ${diagnoses.length - MOST} more problems in this file)` }];
}

function diagnosisOf(finding: Finding, workspace: Workspace): Diagnosis | undefined {
  const at = locate(finding.place, workspace);
  if (at === undefined) return undefined;
  const related = finding.related.flatMap(({ place, message }) => {
    const there = locate(place, workspace);
    return there === undefined ? [] : [{ ...there, message }];
  });
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    ...at,
    related,
    ...(finding.instead === undefined ? {} : { instead: finding.instead }),
    ...(finding.waiver === undefined ? {} : { waived: waived(finding.waiver) }),
    fixes: finding.fixes,
    ...(finding.about === undefined ? {} : { about: finding.about }),
    ...(finding.gathered === undefined ? {} : { gathered: finding.gathered }),
  };
}

function locate(place: Place, workspace: Workspace): { uri: string; range: Range } | undefined {
  const uri = uriOf(place.chunk);
  const range = workspace.files.get(uri)?.tree.rangeIn(place.chunk, place.span);
  return range === undefined ? undefined : { uri, range };
}

const waived = (waiver: Waiver): NonNullable<Diagnosis['waived']> => ({
  ...(waiver.until === undefined ? {} : { until: waiver.until.text }),
  ...(waiver.by === undefined ? {} : { by: waiver.by.name }),
  ...(waiver.because === undefined ? {} : { because: waiver.because }),
});
