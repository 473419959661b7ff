// "Compare Plan With …": what a plan means now and meant before, at a commit, on another branch or in another file.
import { commands, type ExtensionContext, Uri, ViewColumn, window, workspace } from 'vscode';
import { say } from '../../../server/src/text/say.ts';
import { ask } from '../asking.ts';
import { onPlansChanged } from '../changes.ts';
import { type CompareResult, type PastTextResult, pastScheme, pastText } from '../messages.ts';
import { type Base, chooseBase, isBase } from './base.ts';
import { lensesOfChanges } from './lenses.ts';
import { ComparisonPanel } from './panel.ts';

const panels = new Set<ComparisonPanel>();

/** What the open comparisons show, for the tests. */
export const comparisons = (): readonly (CompareResult | undefined)[] => [...panels].map(({ result }) => result);

export function showComparisons(context: ExtensionContext): void {
  const show = (uri: Uri, base: Base): void => {
    const known = [...panels].find((one) => one.uri.toString() === uri.toString());
    if (known !== undefined) {
      known.panel.reveal(undefined, true);
      known.with(base);
      return;
    }
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const shown = new ComparisonPanel(window.createWebviewPanel('iplan.comparison', say`Comparison`, column), context.extensionUri, uri, base);
    panels.add(shown);
    shown.panel.onDidDispose(() => panels.delete(shown));
  };
  context.subscriptions.push(
    ...lensesOfChanges(),
    onPlansChanged(() => {
      for (const one of panels) void one.refresh();
    }),
    workspace.registerTextDocumentContentProvider(pastScheme, {
      provideTextDocumentContent: async (uri) =>
        (await ask<PastTextResult>(pastText, { uri: uri.with({ scheme: 'file', query: '' }).toString(), revision: uri.query })) ?? '',
    }),
    commands.registerCommand('iplan.compareWith', async (given?: unknown, wanted?: unknown) => {
      const uri = given instanceof Uri ? given : window.activeTextEditor?.document.uri;
      if (uri === undefined) {
        void window.showInformationMessage(say`Open a plan first: it is compared with another version of itself.`);
        return;
      }
      const base = isBase(wanted) ? wanted : await chooseBase(uri);
      if (base !== undefined) show(uri, base);
    }),
  );
}
