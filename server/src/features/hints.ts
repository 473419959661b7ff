import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver';
import { type DateSpan, type Day, daysBetween } from '../language/dates.ts';
import { FORMS } from '../language/forms.ts';
import { counted } from '../language/nouns.ts';
import type { Deadline } from '../language/times.ts';
import { sectorTable } from '../model/coverage.ts';
import type { Declaration, Fact } from '../model/declaration.ts';
import { daysOf } from '../model/observations.ts';
import { progressOf } from '../model/progress.ts';
import type { Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Chunk } from '../syntax/tree.ts';
import { told as saidAs, say } from '../text/say.ts';
import { STATES } from '../views/standing.ts';
import { whole } from './spot.ts';

/** The kinds of hints, each of which can be turned off. */
export const HINTS = ['due', 'baselines', 'progress'] as const;
export type Hint = (typeof HINTS)[number];

const DATED: ReadonlySet<string> = new Set(['deadline', 'milestone', ...FORMS]);

interface Said {
  readonly kind: Hint;
  readonly at: number;
  readonly says: string;
  readonly tooltip?: string;
}

/** What short text means for the whole plan, shown beside it: when something is due, how far a target has come, what indicators lack. */
export function inlayHints(workspace: Workspace, uri: string, range: Range, today: Day, wanted: ReadonlySet<Hint>): InlayHint[] {
  const file = workspace.files.get(uri);
  const scope = workspace.scopeOf(uri);
  if (file === undefined || scope === undefined) return [];
  const { tree } = file;
  const [from, to] = [tree.offsetAt(range.start), tree.offsetAt(range.end)];
  const hints: InlayHint[] = [];
  for (const [i, reading] of file.readings.entries()) {
    const start = tree.starts[i] as number;
    const { text } = tree.chunks[i] as Chunk;
    if (start > to || start + text.length < from) continue;
    const said = [
      ...reading.declarations.flatMap((declaration) => about(declaration, scope, today)),
      ...reading.waivers.flatMap(({ node, until }) =>
        until === undefined ? [] : due(node.values.find((v) => v.image === until.text)?.end, until, scope, today, endsWhen),
      ),
    ];
    for (const { kind, at, says, tooltip } of said) {
      if (!wanted.has(kind) || start + at < from || start + at > to) continue;
      hints.push({
        position: tree.positionAt(start + at),
        label: says,
        kind: InlayHintKind.Parameter,
        paddingLeft: true,
        ...(tooltip === undefined ? {} : { tooltip }),
      });
    }
  }
  return hints;
}

function about(declaration: Declaration, scope: Scope, today: Day): Said[] {
  const { titleToken, idToken } = declaration;
  const at = (titleToken ?? idToken)?.end;
  const known = whole(declaration, scope);
  const own: Said[] = at === undefined ? [] : [...progress(known, at, scope, today), ...baselines(known, at, scope)];
  return [...own, ...deadlines(declaration, scope, today), ...declaration.children.flatMap((child) => about(child, scope, today))];
}

function progress(target: Declaration, at: number, scope: Scope, today: Day): Said[] {
  if (!target.is('target')) return [];
  const { state, share } = progressOf(target as Declaration<'target'>, scope, today);
  const way = share === undefined ? undefined : say`${Math.round(share * 100)} % of the way`;
  const says = state === 'met' ? say`met` : state === 'missed' ? say`missed` : way;
  return says === undefined
    ? []
    : [{ kind: 'progress', at, says, tooltip: [`${saidAs(STATES[state])}.`, ...(way === undefined || says === way ? [] : [`${way}.`])].join(' ') }];
}

function baselines(declaration: Declaration, at: number, scope: Scope): Said[] {
  const indicators = indicatorsOf(declaration, scope);
  if (indicators.length === 0) return [];
  const lacking = indicators.filter((indicator) => !indicator.has('baseline'));
  const having = indicators.length - lacking.length;
  const says =
    indicators.length === 1
      ? having === 1
        ? say`its indicator has a baseline`
        : say`its indicator has no baseline`
      : say`${having} of ${indicators.length} indicators have a baseline`;
  const tooltip =
    lacking.length === 0
      ? []
      : [
          say`Without one: ${lacking
            .slice(0, 8)
            .map((indicator) => indicator.title)
            .join(', ')}${lacking.length > 8 ? ' …' : ''}.`,
        ];
  return [{ kind: 'baselines', at, says, ...(tooltip[0] === undefined ? {} : { tooltip: tooltip[0] }) }];
}

function indicatorsOf(declaration: Declaration, scope: Scope): readonly Declaration<'indicator'>[] {
  if (declaration.kind === 'sector') return sectorTable(scope).get(declaration as Declaration<'sector'>)?.indicators ?? [];
  return scope.head === declaration ? scope.of('indicator') : [];
}

/** When what a declaration promises is due; nothing of what is done or given up. */
function deadlines(declaration: Declaration, scope: Scope, today: Day): Said[] {
  const status = (declaration.facts.find((fact) => fact.word === 'status')?.value as { word?: string } | undefined)?.word;
  const over = status === 'completed' || status === 'cancelled';
  return declaration.facts.flatMap((fact) => {
    if (fact.tbd?.until !== undefined) return due(endOf(fact), fact.tbd.until, scope, today, promisedWhen);
    const value = (fact.value ?? {}) as { deadline?: Deadline; by?: Deadline; status?: string };
    const deadline =
      fact.word === 'deadline' ? (fact.value as Deadline | undefined) : fact.word === 'step' ? value.by : DATED.has(fact.word) ? value.deadline : undefined;
    if (deadline?.kind !== 'date' || over || value.status === 'completed' || value.status === 'cancelled') return [];
    return due(endOf(fact), deadline.date, scope, today, dueWhen);
  });
}

const endOf = (fact: Fact): number | undefined => fact.node.values.at(-1)?.end;

function due(at: number | undefined, date: DateSpan, scope: Scope, today: Day, when: (days: number) => string): Said[] {
  if (at === undefined) return [];
  const { end } = daysOf(date, scope);
  const days = daysBetween(today, end);
  const says = when(days);
  return [{ kind: 'due', at, says, tooltip: say`On ${end}, counted from ${today}.` }];
}

function dueWhen(days: number): string {
  if (days === 0) return say`due today`;
  return days > 0 ? say`due in ${lasting(days)}` : say`was due ${lasting(-days)} ago`;
}

function promisedWhen(days: number): string {
  if (days === 0) return say`promised today`;
  return days > 0 ? say`promised in ${lasting(days)}` : say`promised ${lasting(-days)} ago`;
}

function endsWhen(days: number): string {
  if (days === 0) return say`ends today`;
  return days > 0 ? say`ends in ${lasting(days)}` : say`ended ${lasting(-days)} ago`;
}

/** A stretch of time as people say it. */
function lasting(days: number): string {
  if (days < 14) return counted(days, 'day');
  if (days < 70) return counted(Math.round(days / 7), 'week');
  if (days < 730) return counted(Math.round(days / 30.4375), 'month');
  return counted(Math.round(days / 365.25), 'year');
}
