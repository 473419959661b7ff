import { PROFILES, type Profile } from './config/settings.ts';
import { HINTS, type Hint } from './features/hints.ts';

/** What the editor's settings say. */
export interface Wishes {
  readonly profile?: Profile;
  readonly asOf?: string;
}

/** What the editor's settings say, as far as it can be used; the rest is as if it had not been said. */
export function wishesOf(section: unknown): Wishes {
  const { profile, asOf } = (typeof section === 'object' && section !== null ? section : {}) as { profile?: unknown; asOf?: unknown };
  return {
    ...(PROFILES.includes(profile as Profile) ? { profile: profile as Profile } : {}),
    ...(typeof asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asOf) && !Number.isNaN(Date.parse(asOf)) ? { asOf } : {}),
  };
}

/** The kinds of hints that are not turned off. */
export function hintsOf(section: unknown): ReadonlySet<Hint> {
  const { inlayHints: given } = (typeof section === 'object' && section !== null ? section : {}) as { inlayHints?: Partial<Record<Hint, unknown>> | null };
  return new Set(HINTS.filter((hint) => given?.[hint] !== false));
}
