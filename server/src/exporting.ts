import type { ExportChoices, ExportChoicesParams, ExportParams, ExportResult } from '../../client/src/messages.ts';
import type { Scope } from './model/scope.ts';
import { type Dossier, Unwritten } from './reports/plan/format.ts';
import type { Format, Formats } from './reports/plan/formats.ts';
import type { Session } from './session.ts';
import { say, told } from './text/say.ts';
import { canonical, isBelow } from './text/uris.ts';
import { VERSION } from './version.ts';

/** The formats that this process can write, loaded when they are asked for. */
export type FormatsFor = () => Promise<Formats>;
/** Those that every process can. */
export const lightFormats: FormatsFor = async () => (await import('./reports/plan/formats.ts')).LIGHT;

/** Writes plans for the editor, from what is typed: what `iplan report` writes of what is saved. */
export class Exporting {
  readonly #session: Session;
  readonly #formatsFor: FormatsFor;

  constructor(session: Session, formatsFor: FormatsFor) {
    this.#session = session;
    this.#formatsFor = formatsFor;
  }

  async choices({ uri }: ExportChoicesParams): Promise<ExportChoices> {
    const scope = this.#planOf(uri);
    if (scope === undefined) return { name: '', formats: [] };
    const formats = Object.entries(await this.#formatsFor());
    return { name: scope.id || 'plan', formats: formats.map(([id, { title, endings }]) => ({ id, title: told(title), ending: endings[0].slice(1) })) };
  }

  async write({ uri, format: wanted, folder }: ExportParams): Promise<ExportResult> {
    const scope = this.#planOf(uri);
    if (scope === undefined) return { error: say`This file belongs to no plan.` };
    const formats = await this.#formatsFor();
    const format = Object.hasOwn(formats, wanted) ? (formats[wanted] as Format) : undefined;
    if (format === undefined) return { error: say`A plan cannot be written as "${wanted}" here.` };
    try {
      const written = await (await format.writer())(this.#dossier(canonical(uri), scope, folder));
      if (typeof written === 'string') return { text: written };
      if (written instanceof Uint8Array) return { base64: base64(written) };
      const { archive } = await import('./reports/archive.ts');
      return { base64: base64(archive(written)) };
    } catch (error) {
      if (error instanceof Unwritten) return { error: error.message };
      throw error;
    }
  }

  #planOf(spelled: string): Scope | undefined {
    const uri = canonical(spelled);
    const scope = this.#session.workspaceOf(uri).scopeOf(uri);
    return scope?.kind === 'plan' ? scope : undefined;
  }

  #dossier(uri: string, scope: Scope, folder: string | undefined): Dossier {
    const workspace = this.#session.workspaceOf(uri);
    const { today, jurisdiction } = this.#session.configs.settingsOf(scope.files[0]?.uri ?? uri);
    const { problems } = this.#session.diagnosePlan(scope, true);
    const root = folder === undefined ? undefined : canonical(folder);
    // A report tells nobody where on this machine the plans lie: files outside of the folder that is open are told by their names.
    const shown = (file: string) =>
      decoded(root !== undefined && isBelow(file, root) ? file.slice(root.length).replace(/^\//, '') : file.slice(file.lastIndexOf('/') + 1));
    return { version: VERSION, scope, workspace, today, problems, shown, jurisdiction };
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** How bytes pass through messages that are text. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 8192) binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(binary);
}
