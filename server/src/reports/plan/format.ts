import type { Subject } from '../../views/table.ts';

/** What a report of a plan is made of. */
export interface Dossier extends Subject {
  readonly version: string;
  /** The country that the configuration names, for a plan that does not say its own. */
  readonly jurisdiction?: string | undefined;
  /** The identifier under which an organisation publishes IATI data. */
  readonly organisation?: string | undefined;
  /** The browser that prints, where none is to be looked for. */
  readonly browser?: string | undefined;
}

/** Several files that belong together, by name. */
export type Files = ReadonlyMap<string, string>;
export type Writer = (dossier: Dossier) => string | Uint8Array | Files | Promise<string | Uint8Array | Files>;

/** What keeps a report from being written, as a sentence for people. */
export class Unwritten extends Error {}
