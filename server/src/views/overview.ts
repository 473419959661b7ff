import { capital, noun, plural, withArticle } from '../language/nouns.ts';
import { sectorTable } from '../model/coverage.ts';
import type { State } from '../model/progress.ts';
import type { Severity } from '../rules/rule.ts';
import { say, told } from '../text/say.ts';
import { STATE_ORDER, type Standing, standingsOf } from './standing.ts';
import { type Moment, momentsOf } from './timeline.ts';
import { type Gap, gapOf, type Mention, mention, mentions, placed, type Seen, said as saidOf, summaryOf } from './view.ts';
import { span, spelled } from './words.ts';

/** One line that a plan says of itself: what, and the words. */
export interface Said {
  readonly label: string;
  readonly text: string;
  readonly who: readonly Mention[];
}

/** How many of the sectors have something. */
export interface Share {
  readonly label: string;
  readonly have: number;
  readonly of: number;
}

/** A gap that was accepted: by whom, until when, and what it takes out of the findings. */
export interface AcceptedGap {
  readonly rule: string;
  /** What the rule asks for. */
  readonly what: string;
  readonly on: readonly Mention[];
  readonly until?: string;
  readonly ended: boolean;
  readonly by?: string;
  readonly because?: string;
  readonly findings: number;
  readonly at: Mention;
}

/** What a leader reads in a minute. */
export interface Overview {
  readonly plan: Mention;
  readonly vision?: string;
  readonly said: readonly Said[];
  readonly counts: readonly { readonly label: string; readonly count: number }[];
  readonly shares: readonly Share[];
  readonly states: readonly { readonly state: State; readonly targets: readonly Standing[] }[];
  readonly overdue: readonly Moment[];
  readonly next: readonly Moment[];
  readonly findings: Readonly<Record<Severity, number>>;
  readonly gravest: readonly Gap[];
  readonly gaps: readonly AcceptedGap[];
  readonly below: number;
}

const MOST_NEXT = 8;
const MOST_GRAVE = 6;
const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2 };

export function overview(seen: Seen): Overview {
  const { scope: plan, today } = seen;
  const standings = standingsOf(seen);
  const moments = momentsOf(seen);
  const open = seen.problems.filter((problem) => problem.waived === undefined);
  const count = (severity: Severity) => open.filter((problem) => problem.severity === severity).length;
  const gravest = [...open].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]).slice(0, MOST_GRAVE);
  const vision = plan.plan?.one('vision')?.value;
  return {
    plan: plan.head === undefined ? { kind: 'plan', id: '', title: '' } : mention(plan.head, seen),
    ...(vision !== undefined && { vision }),
    said: said(seen),
    counts: KINDS.map((kind) => ({ kind, count: plan.of(kind).length }))
      .filter(({ count: n }) => n > 0)
      .map(({ kind, count: n }) => ({ count: n, label: n === 1 ? noun(kind) : plural(kind) })),
    shares: shares(seen),
    states: STATE_ORDER.map((state) => ({ state, targets: standings.filter((one) => one.state === state) })).filter(({ targets }) => targets.length > 0),
    overdue: moments.filter((one) => one.due && !one.done && one.day < today),
    next: moments.filter((one) => one.day >= today && !one.done).slice(0, MOST_NEXT),
    findings: { error: count('error'), warning: count('warning'), information: count('information') },
    gravest: gravest.map(gapOf),
    gaps: acceptedGaps(seen),
    below: plan.below.length,
  };
}

const KINDS = ['sector', 'responsibility', 'measure', 'goal', 'target', 'indicator', 'mandate', 'actor', 'partner', 'body', 'group', 'fund'] as const;
/** What a plan says of itself, in the order in which it is asked. */
export const SAYS = ['level', 'territory', 'period', 'extended to', 'status', 'adopted', 'coordinator', 'review', 'under', 'anchored in'] as const;
export const LABELS: Readonly<Partial<Record<(typeof SAYS)[number], string>>> = { coordinator: 'Coordinated by', review: 'Reviewed' };

function said(seen: Seen): readonly Said[] {
  const { scope: plan } = seen;
  const head = plan.plan;
  if (head === undefined) return [];
  const kind = { label: say`Kind`, text: capital(spelled(plan.planKind)), who: [] };
  const period = head.one('period')?.value;
  const lines = SAYS.flatMap((word): Said[] => {
    const facts = head.all(word).filter((fact) => fact.node.values.length > 0);
    if (facts.length === 0) return [];
    const label = told(LABELS[word] ?? capital(word));
    if (word === 'period' && period !== undefined) return [{ label, text: capital(span(period)), who: [] }];
    const text = facts.map((fact) => saidOf(fact, seen)).join('; ');
    return [{ label, text: word === 'level' || word === 'status' ? capital(told(text)) : text, who: mentions(plan.findAll(head.refs(word)), seen) }];
  });
  return [kind, ...lines];
}

function shares({ scope: plan }: Seen): readonly Share[] {
  const rows = [...sectorTable(plan).values()];
  if (rows.length === 0) return [];
  const share = (label: string, has: (row: (typeof rows)[number]) => boolean): Share => ({ label, have: rows.filter(has).length, of: rows.length });
  return [
    share(say`a lead`, (row) => row.sector.has('lead')),
    share(withArticle('responsibility'), (row) => row.responsibilities.length > 0),
    share(withArticle('measure'), (row) => row.measures.length > 0),
    share(withArticle('target'), (row) => row.targets.length > 0),
    share(withArticle('indicator'), (row) => row.indicators.length > 0),
  ];
}

export function acceptedGaps(seen: Seen): readonly AcceptedGap[] {
  return seen.scope.waivers.map((waiver) => {
    const place = placed(seen, waiver.node);
    const on = seen.scope.findAll(waiver.on);
    const by = waiver.by === undefined ? undefined : (seen.scope.find(waiver.by)?.title ?? waiver.by.name);
    const taken = seen.problems.filter(
      ({ rule, waived }) => waived !== undefined && rule === waiver.rule && waived.until === waiver.until?.text && waived.because === waiver.because,
    );
    return {
      rule: waiver.rule,
      what: summaryOf(waiver.rule),
      on: mentions(on, seen),
      ...(waiver.until && { until: waiver.until.text }),
      ended: waiver.until !== undefined && waiver.until.end < seen.today,
      ...(by !== undefined && { by }),
      ...(waiver.because !== undefined && { because: waiver.because }),
      findings: taken.length,
      at: { kind: 'waive' as const, id: waiver.rule, title: waiver.rule, ...(place && { place }) },
    };
  });
}
