import { button, byId } from './dom.ts';
import type { OpenFile } from './files.ts';
import type { Session } from './session.ts';

/** The files of the plan that is looked at, and whatever else was opened, as tabs: arrows lead from one to the next. */
export class Tabs {
  readonly #row = byId('tabs');
  readonly #session: () => Session | undefined;
  #own: readonly string[] = [];
  readonly #opened = new Set<string>();

  constructor(session: () => Session | undefined) {
    this.#session = session;
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
    this.#row.addEventListener('keydown', ({ key }) => {
      const tabs = [...this.#row.querySelectorAll('button')];
      const at = tabs.indexOf(document.activeElement as HTMLButtonElement);
      const to = key === 'Home' ? 0 : key === 'End' ? tabs.length - 1 : (at + (steps[key] ?? 0) + tabs.length) % tabs.length;
      if (at >= 0 && to !== at) {
        tabs[to]?.focus();
        tabs[to]?.click();
      }
    });
  }

  /** Begins anew with the files of another plan, by their addresses. */
  begin(own: readonly string[]): void {
    this.#opened.clear();
    this.#own = [];
    this.own(own);
  }

  /** The server knows best what belongs to a plan. */
  own(own: readonly string[]): void {
    // The head of the plan stays where it is: in front.
    const known = this.#own.filter((uri) => own.includes(uri));
    if (own.length > 0) this.#own = [...known, ...own.filter((uri) => !known.includes(uri))];
    this.draw();
  }

  show({ uri }: OpenFile): void {
    this.#opened.add(uri);
    this.draw();
  }

  draw(): void {
    const session = this.#session();
    if (session === undefined) return;
    const heads = new Set(this.#own.map((uri) => uri.slice(0, uri.lastIndexOf('/') + 1)));
    // Data and configurations stand beside the texts that they belong to.
    const beside = ({ uri, path }: OpenFile): boolean =>
      !path.endsWith('.iplan') && [...heads].some((folder) => uri.startsWith(folder) && !uri.slice(folder.length).includes('/'));
    const files = session.files.filter((file) => this.#own.includes(file.uri) || this.#opened.has(file.uri) || beside(file));
    const order = (file: OpenFile): number => {
      const at = this.#own.indexOf(file.uri);
      return at >= 0 ? at : this.#own.length + (file.path.endsWith('.iplan') ? 0 : 1);
    };
    const sorted = files.map((file) => [order(file), file] as const).sort(([a], [b]) => a - b);
    const common = commonFolder(files.filter(({ isFramework }) => !isFramework).map(({ path }) => path));
    const had = this.#row.contains(document.activeElement);
    this.#row.replaceChildren(...sorted.map(([, file]) => tabOf(file, common, session)));
    const shown = this.#row.querySelector<HTMLElement>('[aria-selected="true"]');
    if (had) shown?.focus();
    shown?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

function tabOf(file: OpenFile, common: string, session: Session): HTMLButtonElement {
  const isShown = session.shown === file;
  const name = file.isFramework ? file.path : file.path.slice(common.length);
  const tab = button(name, () => void session.open(file.uri), { role: 'tab', id: isShown ? 'tab-shown' : '' });
  tab.setAttribute('aria-selected', String(isShown));
  tab.setAttribute('aria-controls', 'file');
  tab.tabIndex = isShown ? 0 : -1;
  const weights = session.findings.in(file.uri).map(({ severity }) => severity);
  if (weights.length > 0) tab.dataset['weight'] = weights.includes(1) ? 'error' : weights.includes(2) ? 'warning' : 'info';
  return tab;
}

/** The folder that all paths begin with; those of one folder need not repeat it. */
function commonFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1));
  let common = first;
  while (common !== '' && !others.every((path) => path.startsWith(common))) common = common.slice(0, common.lastIndexOf('/', common.length - 2) + 1);
  return common;
}
