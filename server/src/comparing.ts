import {
  type CompareParams,
  type CompareResult,
  type PastTextParams,
  type PastTextResult,
  pastScheme,
  type VersionsParams,
  type VersionsResult,
} from '../../client/src/messages.ts';
import type { Comparison } from './compare/change.ts';
import { compare } from './compare/compare.ts';
import type { Files, Past } from './host/access.ts';
import { type Diagnosis, Linter } from './lint.ts';
import type { Scope } from './model/scope.ts';
import { parseFile, type SourceFile, Workspace } from './model/workspace.ts';
import type { Session } from './session.ts';
import { say } from './text/say.ts';
import { canonical, isBelow } from './text/uris.ts';

/** Compares the plan of a document, as it is typed, with what it was. */
export class Comparing {
  readonly #session: Session;
  readonly #files: Files;
  readonly #linter: Linter;
  /** The last moment that was asked for: an editor asks again while somebody types. */
  #past: { readonly key: string; readonly past: Past } | undefined;

  constructor(session: Session, files: Files, warn: (message: string) => void) {
    this.#session = session;
    this.#files = files;
    this.#linter = new Linter((rule, error) => warn(`The rule ${rule} failed: ${error instanceof Error ? error.stack : error}`));
  }

  async versions({ uri }: VersionsParams): Promise<VersionsResult> {
    const nothing = { branches: [], tags: [], commits: [] };
    if (this.#files.history === undefined) return { ...nothing, why: say`Git repositories are not read here: compare with a file.` };
    return { ...nothing, ...(await this.#files.history.versions(canonical(uri))) };
  }

  async pastText({ uri, revision }: PastTextParams): Promise<PastTextResult> {
    const past = await this.#pastOf(canonical(uri), revision);
    return 'why' in past ? null : (past.texts.get(canonical(uri)) ?? null);
  }

  async compare({ uri: spelled, base }: CompareParams): Promise<CompareResult> {
    const uri = canonical(spelled);
    const now = this.#session.workspaceOf(uri);
    const scope = now.scopeOf(uri);
    if (scope?.kind !== 'plan') return this.#said(scope?.title ?? '', say`This file belongs to no plan, so there is nothing to compare.`);
    if ('text' in base) {
      const other = canonical(base.uri);
      // A copy beside the plan is a version of it, and no part of it.
      const after = other !== uri && now.scopeOf(other) === scope ? now.with([[other, undefined]]) : now;
      const before = after.with([[uri, parseFile(uri, base.text)]]);
      return this.#compared(before, after, uri, {
        names: { base: base.name, head: say`now` },
        past: (file) => (file === uri ? base.uri : this.#session.spelled(file)),
      });
    }
    const past = await this.#pastOf(uri, base.revision);
    if ('why' in past) return this.#said(scope.title, past.why);
    const address = (file: string) => (past.texts.has(file) ? `${pastScheme}${file.slice(file.indexOf(':'))}?${past.commit}` : this.#session.spelled(file));
    return this.#compared(this.#then(now, uri, past), now, uri, { names: { base: base.revision, head: say`now` }, past: address });
  }

  async #pastOf(uri: string, revision: string): Promise<Past | { readonly why: string }> {
    if (this.#files.history === undefined) return { why: say`Git repositories are not read here: compare with a file.` };
    // Branches move on, so only the whole name of a commit stays the same.
    const isLasting = /^[0-9a-f]{40}$/.test(revision);
    const key = `${uri.slice(0, uri.lastIndexOf('/'))} ${revision}`;
    if (isLasting && this.#past?.key === key) return this.#past.past;
    const read = await this.#files.history.texts(uri, revision);
    if ('why' in read) return read;
    const past = { ...read, root: canonical(read.root), texts: new Map([...read.texts].map(([file, text]) => [canonical(file), text])) };
    this.#past = { key: `${uri.slice(0, uri.lastIndexOf('/'))} ${past.commit}`, past };
    return past;
  }

  /** The workspace as it was; what does not lie in the repository is as it is now. */
  #then(now: Workspace, uri: string, { root, texts }: Past): Workspace {
    const folder = this.#session.folderAround(uri) ?? uri.slice(0, uri.lastIndexOf('/'));
    const isSeen = (file: string): boolean => isBelow(file, folder) || this.#session.folderAround(file) !== undefined;
    const kept = [...now.files].filter(([file, { library }]) => library || !isBelow(file, root));
    const then = [...texts].filter(([file]) => file.endsWith('.iplan') && isSeen(file) && !this.#session.configs.excluded(file));
    const files = new Map<string, SourceFile>(kept);
    for (const [file, text] of then) {
      const same = now.files.get(file);
      files.set(file, same?.tree.text === text ? same : parseFile(file, text));
    }
    const data = [...(now.data ?? [])].filter(([file]) => !isBelow(file, root));
    return new Workspace(files, undefined, new Map([...data, ...[...texts].filter(([file]) => file.endsWith('.csv'))]));
  }

  async #compared(before: Workspace, after: Workspace, uri: string, sides: { names: { base: string; head: string }; past: (file: string) => string }) {
    const plan = after.scopeOf(uri) as Scope;
    const own = compare(this.#judged(before, uri, plan.id), this.#judged(after, uri, plan.id), (id) => id === plan.id);
    return this.#drawn(own, plan, uri, sides);
  }

  /** A workspace with what is found in one plan. */
  #judged(workspace: Workspace, uri: string, plan: string) {
    const { configs } = this.#session;
    const scopes = workspace.scopes.list.filter((scope) => scope.id === plan || scope === workspace.scopeOf(uri));
    const problems = new Map<string, readonly Diagnosis[]>();
    for (const file of scopes.flatMap((scope) => scope.files))
      problems.set(
        file.uri,
        this.#linter.diagnose(workspace, file.uri, (one) => configs.settingsOf(one)),
      );
    return { workspace, problems };
  }

  async #drawn(comparison: Comparison, plan: Scope, uri: string, { names, past }: { names: { base: string; head: string }; past: (file: string) => string }) {
    const [{ comparisonView }, { Numbered }, { named, summary, SIGN }] = await Promise.all([
      import('./reports/html/comparison.ts'),
      import('./reports/html/numbered.ts'),
      import('./reports/comparison.ts'),
    ]);
    const numbered = new Numbered();
    const drawn = (address: (file: string) => string) => ({ live: true, shown: (file: string) => numbered.of(address(file)) });
    const folder = (plan.files[0]?.uri ?? uri).replace(/[^/]*$/, '');
    const told = (file: string) => decodeURIComponent(isBelow(file, folder) ? file.slice(folder.length) : file.slice(file.lastIndexOf('/') + 1));
    const view = comparisonView(comparison, { names, before: drawn(past), after: drawn((file) => this.#session.spelled(file)), told });
    const rows = comparison.changes.flatMap((change) =>
      change.after?.uri === uri
        ? [{ line: change.after.range.start.line, weight: change.weight, says: `${SIGN[change.weight]} ${named(change)}: ${change.message}` }]
        : [],
    );
    return { title: plan.title, summary: summary(comparison), html: view.text, files: numbered.files, rows };
  }

  async #said(title: string, sentence: string): Promise<CompareResult> {
    const [{ h }, { nothing }] = await Promise.all([import('./reports/html/element.ts'), import('./reports/html/parts.ts')]);
    return { title, summary: sentence, html: h('section', { class: 'view' }, nothing(sentence)).text, files: [], rows: [] };
  }
}
