// The pages of the rules, from the server, without any network: the code of a finding leads to them.
import { commands, type ExtensionContext, Uri, window, workspace } from 'vscode';
import { say } from '../../server/src/text/say.ts';
import { ask } from './asking.ts';
import { type Branch, type RuleEntry, type RulePageResult, rulePage, rules } from './messages.ts';

const SCHEME = 'iplan-rule';
/** What the server puts before the name of a rule. */
export const rulePages = `${SCHEME}:/`;

export function showRulePages(context: ExtensionContext): void {
  context.subscriptions.push(
    workspace.registerTextDocumentContentProvider(SCHEME, {
      async provideTextDocumentContent({ path }) {
        const rule = path.slice(1).replace(/\.md$/, '');
        return (
          (await ask<RulePageResult>(rulePage, { rule })) ??
          `# ${rule}\n\n${say`This page cannot be shown: there is no such rule, or the language server is not running.`}\n`
        );
      },
    }),
    commands.registerCommand('iplan.openRule', async (given?: string | Branch) => {
      const rule = typeof given === 'string' ? given : (given?.rule ?? (await chooseRule()));
      // Which editor shows it, the preview unless somebody has chosen another, stands in the settings.
      if (rule !== undefined) await commands.executeCommand('vscode.open', Uri.parse(`${rulePages}${rule}.md`));
    }),
  );
}

async function chooseRule(): Promise<string | undefined> {
  const items = ask<readonly RuleEntry[]>(rules).then((all) => (all ?? []).map(({ id, summary }) => ({ label: id, detail: summary })));
  const chosen = await window.showQuickPick(items, { title: say`The page of a rule`, placeHolder: say`What does it look for?`, matchOnDetail: true });
  return chosen?.label;
}
