// The two trees of the side bar: the plans, and what was found in them. What stands in them is asked of the server, row by row as they open.
import {
  commands,
  EventEmitter,
  type ExtensionContext,
  type FileDecorationProvider,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import { counted } from '../../server/src/language/nouns.ts';
import { say } from '../../server/src/text/say.ts';
import { ask } from './asking.ts';
import { onPlansChanged } from './changes.ts';
import { badge, findingsSaid } from './counts.ts';
import { type Branch, type Counts, findings, GROUPINGS, type Grouping, planTree } from './messages.ts';

const SCHEME = 'iplan-branch';
const ICONS: Readonly<Record<string, string>> = {
  level: 'layers',
  plan: 'book',
  framework: 'library',
  file: 'file',
  kinds: 'folder',
  group: 'person',
  sector: 'symbol-namespace',
  responsibility: 'law',
  measure: 'tools',
  goal: 'flame',
  target: 'target',
  indicator: 'graph-line',
  actor: 'organization',
  partner: 'person-add',
  agreement: 'file-symlink-file',
  body: 'comment-discussion',
  consultation: 'megaphone',
  heading: 'list-tree',
  phase: 'milestone',
  fund: 'credit-card',
  mandate: 'arrow-down',
  item: 'checklist',
};
const WEIGHTS: Readonly<Record<string, readonly [icon: string, colour: string]>> = {
  error: ['error', 'problemsErrorIcon.foreground'],
  warning: ['warning', 'problemsWarningIcon.foreground'],
  information: ['info', 'problemsInfoIcon.foreground'],
};

class Branches implements TreeDataProvider<Branch> {
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #below: (parent?: string) => Promise<readonly Branch[] | undefined>;
  readonly #onTop: (rows: readonly Branch[]) => void;
  #top: readonly Branch[] = [];

  constructor(below: (parent?: string) => Promise<readonly Branch[] | undefined>, onTop: (rows: readonly Branch[]) => void = () => {}) {
    this.#below = below;
    this.#onTop = onTop;
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  async getChildren(branch?: Branch): Promise<Branch[]> {
    const rows = await this.#below(branch?.id);
    if (branch !== undefined) return [...(rows ?? [])];
    // While a server starts nobody knows what there is, and what there was is not gone for that.
    this.#top = rows ?? this.#top;
    this.#onTop(this.#top);
    return [...this.#top];
  }

  getTreeItem(branch: Branch): TreeItem {
    const { id, label, detail, kind, more, counts, place, rule } = branch;
    const open = kind === 'level' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
    const item = new TreeItem(label, more ? open : TreeItemCollapsibleState.None);
    const [icon, colour] = WEIGHTS[kind] ?? [ICONS[kind] ?? 'symbol-misc', undefined];
    const says = findingsSaid(counts);
    item.id = id;
    item.description = detail;
    item.tooltip = [label, detail, says].filter((text) => text !== '').join('\n');
    item.accessibilityInformation = { label: [label, detail, WEIGHTS[kind] === undefined ? says : kind].filter((text) => text !== '').join(', ') };
    item.iconPath = new ThemeIcon(icon, colour === undefined ? undefined : new ThemeColor(colour));
    item.resourceUri = Uri.from({ scheme: SCHEME, path: `/${id}`, query: JSON.stringify(counts) });
    if (rule !== undefined) item.contextValue = 'rule';
    if (place !== undefined) {
      const { start, end } = place.range;
      const selection = new Range(start.line, start.character, end.line, end.character);
      item.command = { command: 'vscode.open', title: say`Open`, arguments: [Uri.parse(place.uri), { selection }] };
    }
    return item;
  }
}

/** The number beside a row and its colour; everything it needs stands in the address of the row. */
const decorations: FileDecorationProvider = {
  provideFileDecoration(uri) {
    if (uri.scheme !== SCHEME) return undefined;
    const counts = JSON.parse(uri.query) as Counts;
    const number = badge(counts);
    if (number === undefined) return undefined;
    return { badge: number, tooltip: findingsSaid(counts), color: new ThemeColor(counts.error > 0 ? 'list.errorForeground' : 'list.warningForeground') };
  },
};

const PLAN_VIEW = 'iplan.plans';
const FINDINGS_VIEW = 'iplan.findings';
const KEPT = 'iplan.findings.by';

export function showTrees(context: ExtensionContext): void {
  let plansView: TreeView<Branch> | undefined;
  const plans = new Branches(
    (parent) => ask<readonly Branch[]>(planTree, { parent }),
    (rows) => {
      const all = rows.reduce((sum, { counts }) => sum + counts.error + counts.warning, 0);
      if (plansView) plansView.badge = all === 0 ? undefined : { value: all, tooltip: say`${counted(all, 'finding')} in the plans` };
    },
  );
  let by = context.workspaceState.get<Grouping>(KEPT, 'rule');
  const found = new Branches((parent) => ask<readonly Branch[]>(findings, { by, parent }));
  plansView = window.createTreeView(PLAN_VIEW, { treeDataProvider: plans, showCollapseAll: true });
  const foundView = window.createTreeView(FINDINGS_VIEW, { treeDataProvider: found, showCollapseAll: true });
  foundView.description = `by ${by}`;

  const group = async (given?: unknown) => {
    const chosen = GROUPINGS.find((one) => one === given) ?? (await chooseGrouping(by));
    if (chosen === undefined) return;
    by = chosen;
    foundView.description = `by ${by}`;
    found.refresh();
    await context.workspaceState.update(KEPT, by);
  };
  const refresh = () => {
    plans.refresh();
    found.refresh();
  };
  context.subscriptions.push(
    plansView,
    foundView,
    window.registerFileDecorationProvider(decorations),
    commands.registerCommand('iplan.groupFindings', group),
    onPlansChanged(refresh),
  );
}

async function chooseGrouping(now: Grouping): Promise<Grouping | undefined> {
  const says = { rule: say`What is wrong`, actor: say`Who has to see to it`, sector: say`Where in the plan` };
  const items = GROUPINGS.map((by) => ({ label: says[by], by, picked: by === now }));
  return (await window.showQuickPick(items, { title: say`Group the findings` }))?.by;
}
