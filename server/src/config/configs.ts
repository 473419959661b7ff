import picomatch from 'picomatch';
import type { Day } from '../language/dates.ts';
import type { Diagnosis } from '../lint.ts';
import type { Settings } from '../rules/run.ts';
import { CONFIG_FILE, type Config, parseConfig } from './config.ts';
import { defaultSettings, type Profile } from './settings.ts';

/** What was said outside of the files, by a flag or by the editor's settings: it goes before what they say. */
export interface Overrides {
  readonly today: Day;
  readonly asOf?: Day | undefined;
  readonly profile?: Profile | undefined;
}

/** The configurations of a workspace, and which of them holds for a file: the nearest one above it. */
export class Configs {
  readonly problems: ReadonlyMap<string, readonly Diagnosis[]>;
  readonly #byFolder = new Map<string, { readonly config: Config; readonly settings: Settings; readonly excluded: (path: string) => boolean }>();
  readonly #fallback: Settings;

  constructor(files: ReadonlyMap<string, string>, overrides: Overrides) {
    const problems = new Map<string, readonly Diagnosis[]>();
    this.#fallback = settingsOf(undefined, overrides);
    for (const [uri, text] of files) {
      const read = parseConfig(text, uri);
      problems.set(uri, read.problems);
      this.#byFolder.set(uri.slice(0, -CONFIG_FILE.length), {
        config: read.config,
        settings: settingsOf(read.config, overrides),
        excluded: read.config.exclude.length === 0 ? () => false : picomatch([...read.config.exclude], { dot: true }),
      });
    }
    this.problems = problems;
  }

  /** The settings that hold for a file; always the same object for the same configuration. */
  settingsOf(uri: string): Settings {
    return this.#nearest(uri)?.found.settings ?? this.#fallback;
  }

  /** Whether a configuration above a file leaves it out. */
  excluded(uri: string): boolean {
    const nearest = this.#nearest(uri);
    return nearest?.found.excluded(decodeURIComponent(uri.slice(nearest.folder.length))) ?? false;
  }

  /** The folders that hold further frameworks, as URIs. */
  get frameworkFolders(): readonly string[] {
    return [...this.#byFolder].flatMap(([folder, { config }]) =>
      config.frameworks.map((path) => `${folder}${path.split('/').map(encodeURIComponent).join('/')}`),
    );
  }

  #nearest(uri: string) {
    for (let end = uri.lastIndexOf('/') + 1; end > 0; end = uri.lastIndexOf('/', end - 2) + 1) {
      const folder = uri.slice(0, end);
      const found = this.#byFolder.get(folder);
      if (found !== undefined) return { folder, found };
    }
    return undefined;
  }
}

function settingsOf(config: Config | undefined, overrides: Overrides): Settings {
  return defaultSettings(overrides.asOf ?? config?.asOf ?? overrides.today, overrides.profile ?? config?.profile ?? 'recommended', config?.rules);
}
