import type { Day } from '../language/dates.ts';
import type { Diagnosis } from '../lint.ts';
import type { Settings } from '../rules/run.ts';
import { globs } from '../text/globs.ts';
import { type Config, parseConfig } from './config.ts';
import { defaultSettings, type Profile } from './settings.ts';

/** What was said outside of the files, by a flag or by the editor's settings: it goes before what they say. */
export interface Overrides {
  readonly today: Day;
  readonly asOf?: Day | undefined;
  readonly profile?: Profile | undefined;
  /** A configuration that holds for every file, in place of those beside the plans. */
  readonly config?: { readonly uri: string; readonly text: string } | undefined;
}

/** The profile and the day that hold for a file, and who says so. */
export interface Chosen {
  readonly profile: Profile;
  readonly profileFrom: Sayer;
  readonly today: Day;
  readonly todayFrom: Sayer;
}
type Sayer = 'editor' | 'configuration' | 'nobody';

/** A configuration as it holds for the files below it. */
interface Held {
  readonly uri: string;
  /** Its folder, with a slash at the end. */
  readonly folder: string;
  readonly config: Config;
  readonly settings: Settings;
  readonly excluded: (path: string) => boolean;
}

/** The configurations of a workspace, and which of them holds for a file: the nearest one above it. */
export class Configs {
  readonly problems: ReadonlyMap<string, readonly Diagnosis[]>;
  readonly #byFolder = new Map<string, Held>();
  readonly #everywhere: Held | undefined;
  readonly #fallback: Settings;
  readonly #overrides: Overrides;

  constructor(files: ReadonlyMap<string, string>, overrides: Overrides) {
    const { config: only } = overrides;
    const problems = new Map<string, readonly Diagnosis[]>();
    this.#overrides = overrides;
    this.#fallback = settingsOf(undefined, overrides);
    for (const [uri, text] of only === undefined ? files : [[only.uri, only.text] as const]) {
      const { config, problems: found } = parseConfig(text, uri);
      problems.set(uri, found);
      const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
      const excluded = globs(config.exclude);
      this.#byFolder.set(folder, { uri, folder, config, settings: settingsOf(config, overrides), excluded });
    }
    if (only !== undefined) this.#everywhere = this.#byFolder.values().next().value;
    this.problems = problems;
  }

  /** The settings that hold for a file; always the same object for the same configuration. */
  settingsOf(uri: string): Settings {
    return this.#nearest(uri)?.settings ?? this.#fallback;
  }

  /** The address of the configuration that holds for a file. */
  configOf(uri: string): string | undefined {
    return this.#nearest(uri)?.uri;
  }

  chosenFor(uri: string): Chosen {
    const { profile, asOf } = this.#overrides;
    const config = this.#nearest(uri)?.config;
    const sayer = (here: unknown, there: unknown): Sayer => (here !== undefined ? 'editor' : there !== undefined ? 'configuration' : 'nobody');
    return {
      profile: profile ?? config?.profile ?? USUAL,
      profileFrom: sayer(profile, config?.profile),
      today: this.settingsOf(uri).today,
      todayFrom: sayer(asOf, config?.asOf),
    };
  }

  /** Whether the configuration that holds for a file leaves it out. */
  excluded(uri: string): boolean {
    const nearest = this.#nearest(uri);
    return nearest !== undefined && uri.startsWith(nearest.folder) && nearest.excluded(decodeURIComponent(uri.slice(nearest.folder.length)));
  }

  /** The address of the baseline that holds for a file. */
  baselineOf(uri: string): string | undefined {
    const nearest = this.#nearest(uri);
    return nearest?.config.baseline === undefined ? undefined : below(nearest.folder, nearest.config.baseline);
  }

  /** The addresses of all baselines. */
  get baselines(): readonly string[] {
    return [...this.#byFolder.values()].flatMap(({ folder, config }) => (config.baseline === undefined ? [] : [below(folder, config.baseline)]));
  }

  /** The folders that hold further frameworks, as URIs. */
  get frameworkFolders(): readonly string[] {
    return [...this.#byFolder.values()].flatMap(({ folder, config }) => config.frameworks.map((path) => below(folder, path)));
  }

  #nearest(uri: string): Held | undefined {
    if (this.#everywhere !== undefined || this.#byFolder.size === 0) return this.#everywhere;
    for (let end = uri.lastIndexOf('/') + 1; end > 0; end = uri.lastIndexOf('/', end - 2) + 1) {
      const found = this.#byFolder.get(uri.slice(0, end));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

const below = (folder: string, path: string): string => `${folder}${path.split('/').map(encodeURIComponent).join('/')}`;
const USUAL: Profile = 'recommended';

function settingsOf(config: Config | undefined, overrides: Overrides): Settings {
  const today = overrides.asOf ?? config?.asOf ?? overrides.today;
  return defaultSettings(today, overrides.profile ?? config?.profile ?? USUAL, config?.rules, config?.jurisdiction);
}
