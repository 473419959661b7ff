import type { Quantity } from '../language/amounts.ts';
import { counted } from '../language/nouns.ts';
import type { Declaration } from '../model/declaration.ts';
import { type Observed, valueAt } from '../model/observations.ts';
import { nextDue, type Progress, progressOf, type State } from '../model/progress.ts';
import { say } from '../text/say.ts';
import { figure } from './figures.ts';
import { aimSaid } from './tables/results.ts';
import { type Mention, mention, type Seen } from './view.ts';

/** How a target stands, in words. */
export const STATES: Readonly<Record<State, string>> = {
  'on-track': 'On track',
  'off-track': 'Off track',
  'late-data': 'Its data are late',
  met: 'Met',
  missed: 'Missed',
  'no-data': 'No value has been observed yet',
  open: 'Not met yet',
};

/** The traffic light of a state. Grey says that it cannot be judged. */
export type Light = 'green' | 'amber' | 'red' | 'grey';
export const LIGHTS: Readonly<Record<State, Light>> = {
  met: 'green',
  'on-track': 'green',
  'late-data': 'amber',
  'off-track': 'red',
  missed: 'red',
  open: 'grey',
  'no-data': 'grey',
};

/** From what needs somebody to act to what can wait. */
export const STATE_ORDER: readonly State[] = ['missed', 'off-track', 'late-data', 'no-data', 'open', 'on-track', 'met'];

/** A target as a view shows it: what it asks for, how it stands, and why. */
export interface Standing {
  readonly target: Mention;
  /** `at least 90% by 2028`. */
  readonly asks: string;
  readonly state: State;
  readonly light: Light;
  readonly reason: string;
  /** How much of the way from baseline to aim is done, 0 to 1. */
  readonly share?: number;
  readonly indicator?: Mention;
  readonly owner?: string;
}

export function standingOf(target: Declaration<'target'>, seen: Seen): Standing {
  const progress = progressOf(target, seen.scope, seen.today);
  const owner = seen.scope.findAll(target.refs('owner'))[0]?.title;
  return {
    target: mention(target, seen),
    asks: aimSaid(target, seen.scope),
    state: progress.state,
    light: LIGHTS[progress.state],
    reason: reasonOf(progress, seen),
    ...(progress.share !== undefined && { share: progress.share }),
    ...(progress.indicator && { indicator: mention(progress.indicator, seen) }),
    ...(owner !== undefined && { owner }),
  };
}

export const standingsOf = (seen: Seen): readonly Standing[] => seen.scope.of('target').map((target) => standingOf(target, seen));

/** Why a target stands as it does: the value that was judged, and what it was held against. */
export function reasonOf(progress: Progress, { today }: Seen): string {
  const { state, newest, indicator, expected, aim, part } = progress;
  if (newest === undefined) {
    if (indicator === undefined) return say`No indicator measures it.`;
    return aim === undefined ? say`There is no baseline to tell the change from.` : say`Nothing has been observed yet.`;
  }
  const unit = valueAt(newest, part)?.unit;
  const value = `${observed(newest, part)}`;
  const like = (number: number) => figure({ number: Math.round(number * 10) / 10, ...(unit !== undefined && { unit }) });
  if (state === 'met' || state === 'missed') return aim === undefined ? `${value}.` : say`${value}; ${like(aim)} was asked for.`;
  if (state === 'late-data') {
    const due = indicator === undefined ? undefined : nextDue(newest, indicator);
    return due === undefined ? say`The newest value is ${value}.` : say`The newest value is ${value}; the next was due on ${due}, ${today} is past that.`;
  }
  if (expected === undefined) return aim === undefined ? `${value}.` : say`${value}; ${like(aim)} is asked for.`;
  return say`${value}; the line from the baseline asks for ${like(expected)} by then.`;
}

/** `74% on 2024-12-31`, for women `74% (women) on …`. */
export function observed(one: Observed, part?: string): string {
  const value = valueAt(one, part) as Quantity;
  const of = part === undefined ? '' : ` (${part})`;
  const at = one.at === undefined ? '' : ` ${say`at ${counted(one.at.count, one.at.unit)}`}`;
  const shown = `${figure(value)}${of}${at}`;
  return one.on === undefined ? shown : say`${shown} on ${one.on.text}`;
}
