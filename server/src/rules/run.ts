import type { Day } from '../language/dates.ts';
import { Declaration, type Waiver } from '../model/declaration.ts';
import { readChunk } from '../model/read.ts';
import type { Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Chunk, Statement } from '../syntax/tree.ts';
import { NONE } from '../text/lists.ts';
import type { Span } from '../text/span.ts';
import { familiesOf } from './families.ts';
import { gather } from './gather.ts';
import type { Fix } from './mend.ts';
import type { At, Context, Family, Report, Rule, Severity } from './rule.ts';
import { RULES } from './rules.ts';
import { waiving } from './waiving.ts';

/** Where something stands, independent of where its chunk lies in the file now. */
export interface Place {
  readonly chunk: Chunk;
  readonly span: Span;
}

/** One finding, before waivers. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly instead?: string;
  readonly place: Place;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  /** What it is about: matched by waivers and gathered by parent. */
  readonly about: Declaration | undefined;
  /** What each of the findings that it was gathered of is about. */
  readonly gathered?: readonly Declaration[];
  /** What else it has said enough of. */
  readonly also?: readonly Declaration[];
  readonly fixes: readonly Fix[];
  /** The waiver that accepts it. */
  readonly waiver?: Waiver;
}

export interface RuleSetting {
  readonly severity: Severity | 'off';
  readonly options: Readonly<Record<string, number | string | boolean>>;
}

/** What decides the findings besides the files. */
export interface Settings {
  readonly today: Day;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** The country of the plans that do not say theirs, as a code of ISO 3166. */
  readonly jurisdiction?: string;
}

/** A rule that threw: reported, and the others go on. */
export interface Failure {
  readonly rule: string;
  readonly error: unknown;
}

export interface Judged {
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
}

const placeOf = (at: At): Place => {
  if (at instanceof Declaration) return { chunk: at.node.chunk, span: at.idToken ?? at.titleToken ?? at.node.head };
  if ('ref' in at && 'in' in at) return { chunk: at.in.node.chunk, span: at.ref.token };
  if ('span' in at) return { chunk: at.node.chunk, span: at.span };
  const { node } = at as { node: Statement };
  return { chunk: node.chunk, span: { start: node.head.start, end: node.values.at(-1)?.end ?? node.head.end } };
};

const copy = (place: Place): Place => ({ chunk: place.chunk, span: { start: place.span.start, end: place.span.end } });

const NOTHING: ReadonlySet<never> = new Set();
const CLEAN: Judged = { findings: NONE, failures: NONE };

const OF_CHUNKS = RULES.filter((rule) => rule.checkChunk !== undefined);
const BY_ID = new Map(RULES.map((rule) => [rule.id as string, rule]));

/** Judges one chunk by the rules that read its text alone. */
export function judgeChunk(chunk: Chunk, settings: Settings): Judged {
  const findings: Finding[] = [];
  const failures: Failure[] = [];
  const judge = (rule: Rule | undefined, check: (rule: Rule, report: (finding: Report) => void) => void): void => {
    const setting = rule && settings.rules.get(rule.id);
    if (rule === undefined || setting === undefined || setting.severity === 'off') return;
    try {
      check(rule, (report) => findings.push(findingOf(rule, softened(rule, setting.severity as Severity, false, report, settings.today), report)));
    } catch (error) {
      failures.push({ rule: rule.id, error });
    }
  };
  for (const problem of readChunk(chunk).problems)
    judge(BY_ID.get(problem.rule), (rule, report) => {
      const said = rule.ofProblem?.(problem.statement === undefined ? { ...problem, statement: { chunk } as Statement } : problem);
      if (said !== undefined) report(said);
    });
  for (const one of OF_CHUNKS) judge(one, (rule, report) => rule.checkChunk?.(chunk, report));
  return findings.length === 0 && failures.length === 0 ? CLEAN : { findings, failures };
}

/** Judges a plan, a framework or a loose file by the rules that read what it means; waivers take their findings out first. */
export const judgeScope = (scope: Scope, workspace: Workspace, settings: Settings): Judged => drained(judging(scope, workspace, settings));

/** The same rule by rule, so that an editor can be answered in between; who stops asking has only lost what was not said yet. */
export function* judging(scope: Scope, workspace: Workspace, settings: Settings): Generator<undefined, Judged> {
  const { today, jurisdiction } = settings;
  const families = familiesOf(scope);
  const rules = RULES.filter((rule) => families.has(familyOf(rule)));
  const draft = scope.plan?.one('status')?.value === 'draft';
  const judged = new Set<string>(rules.filter((rule) => isOn(rule, settings)).map((rule) => rule.id));
  const [ofWaivers, others] = [rules.filter((rule) => familyOf(rule) === 'waivers'), rules.filter((rule) => familyOf(rule) !== 'waivers')];
  const judge = (some: readonly Rule[], matched: ReadonlySet<Waiver>) =>
    run(
      some.filter(({ check, checkAny }) => checkAny !== undefined || (check !== undefined && scope.kind === 'plan')),
      settings,
      draft,
      (rule, report, options) => {
        const context: Context = { today, workspace, jurisdiction, options, matchedWaivers: matched, judged };
        rule.checkAny?.(scope, report, context);
        if (scope.kind === 'plan') rule.check?.(scope, report, context);
      },
    );
  const first = yield* judge(others, NOTHING);
  const waiverOf = waiving(scope, today);
  const matched = new Set<Waiver>();
  const findings: Finding[] = [];
  const said = new Map(
    [...first.byRule].map(([rule, found]) => [rule.id as string, new Set(found.flatMap((finding) => [finding.about, ...(finding.also ?? [])]))]),
  );
  for (const [rule, found] of first.byRule) {
    const pointless = rule.silencedBy?.some((other) => said.has(other)) === true;
    const open: Finding[] = [];
    for (const finding of found) {
      const { about } = finding;
      const silenced = pointless || (about !== undefined && rule.silencedAt?.some((other) => said.get(other)?.has(about)) === true);
      const waiver = waiverOf(rule.id, about);
      // What is silenced is still there: a waiver of it has not lost its object.
      if (waiver !== undefined) matched.add(waiver);
      if (!silenced && waiver !== undefined) findings.push({ ...finding, waiver });
      else if (!silenced) open.push(finding);
    }
    findings.push(...gather(rule, open, scope));
  }
  const second = yield* judge(ofWaivers, matched);
  return { findings: [...findings, ...[...second.byRule.values()].flat()], failures: [...first.failures, ...second.failures] };
}

const familyOf = (rule: Rule): Family => rule.id.slice(0, rule.id.indexOf('/')) as Family;

const isOn = (rule: Rule, settings: Settings): boolean => (settings.rules.get(rule.id)?.severity ?? 'off') !== 'off';

function* run(
  rules: readonly Rule[],
  settings: Settings,
  draft: boolean,
  check: (rule: Rule, report: (finding: Report) => void, options: RuleSetting['options']) => void,
): Generator<undefined, { byRule: Map<Rule, Finding[]>; failures: Failure[] }> {
  const failures: Failure[] = [];
  const byRule = new Map<Rule, Finding[]>();
  for (const rule of rules) {
    const setting = settings.rules.get(rule.id);
    if (setting === undefined || setting.severity === 'off') continue;
    const findings: Finding[] = [];
    const severity = setting.severity;
    try {
      const add = (report: Report): void => {
        // Where a statement could not be read, what it seems to lack may stand in it.
        if (rule.absence === true && 'broken' in report.at) return;
        findings.push(findingOf(rule, softened(rule, severity, draft, report, settings.today), report));
      };
      check(rule, add, setting.options);
    } catch (error) {
      failures.push({ rule: rule.id, error });
    }
    if (findings.length > 0) byRule.set(rule, findings);
    yield;
  }
  return { byRule, failures };
}

/** Runs steps to their end at once. */
function drained<T>(steps: Generator<undefined, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** Absence weighs less in a draft, and while a `tbd` still has time; some findings of a rule weigh less than the others. */
function softened(rule: Rule, severity: Severity, draft: boolean, report: Report, today: Day): Severity {
  const promised = report.tbd?.until !== undefined && report.tbd.until.end >= today;
  const softer = promised || (draft && rule.absence === true);
  const steps = Number(softer) + Number(report.lighter === true);
  return SEVERITIES[Math.min(SEVERITIES.indexOf(severity) + steps, SEVERITIES.length - 1)] as Severity;
}

/** From the heaviest to the lightest. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information'];

function findingOf(rule: Rule, severity: Severity, report: Report): Finding {
  const about = report.about ?? (report.at instanceof Declaration ? report.at : undefined);
  return {
    rule: rule.id,
    severity,
    message: report.message,
    place: copy(placeOf(report.at)),
    related: (report.related ?? []).map(({ at, message }) => ({ place: copy(placeOf(at)), message })),
    about,
    ...(report.instead === undefined ? {} : { instead: report.instead }),
    ...(report.also === undefined ? {} : { also: report.also }),
    fixes: report.fix === undefined ? [] : [report.fix].flat(),
  };
}
