// The item in the status bar: how the plan of the active file stands, and how strictly it is judged. A click says why. It also says
// that the server does not answer, which is then mended by a click.
import {
  ConfigurationTarget,
  commands,
  type ExtensionContext,
  type QuickPickItem,
  QuickPickItemKind,
  StatusBarAlignment,
  Uri,
  window,
  workspace,
} from 'vscode';
import { say } from '../../server/src/text/say.ts';
import { ask, isServerSilent, onServerSilent } from './asking.ts';
import { onPlansChanged } from './changes.ts';
import { findingsSaid } from './counts.ts';
import { type PlanState, planState, type Settings } from './messages.ts';

type Profile = Settings['profile'];
const profiles = (): readonly (readonly [profile: Profile, says: string])[] => [
  ['essential', say`Errors only`],
  ['recommended', say`What every plan should answer`],
  ['thorough', say`Also what only careful plans answer`],
  ['', say`What iplan.config.json says, or else recommended`],
];

export function showStatus(context: ExtensionContext): void {
  const item = window.createStatusBarItem('iplan.state', StatusBarAlignment.Left, 1);
  item.name = say`Integration plan`;
  let asking = 0;
  const show = async () => {
    const now = ++asking;
    item.command = isServerSilent() ? 'iplan.restartServer' : 'iplan.showState';
    if (isServerSilent()) {
      item.text = `$(warning) ${say`The language server does not answer`}`;
      item.tooltip = say`Click to start it again.`;
      item.accessibilityInformation = { label: say`The language server does not answer` };
      return item.show();
    }
    const state = await stateOfActive();
    if (now !== asking) return;
    if (state === undefined) return item.hide();
    const { error, warning } = state.counts;
    const judged = state.plan !== undefined;
    item.text = judged
      ? `${error > 0 ? '$(error)' : warning > 0 ? '$(warning)' : '$(pass)'} ${findingsSaid(state.counts) || say`No findings`} · ${state.profile}`
      : `$(circle-slash) ${say`Not judged`}`;
    item.tooltip = [state.plan ?? '', ...state.why].filter((line) => line !== '').join('\n');
    item.accessibilityInformation = {
      label: say`Integration plan ${state.plan ?? ''}: ${judged ? findingsSaid(state.counts) || say`No findings` : say`Not judged`}, profile ${state.profile}`,
    };
    item.show();
  };
  context.subscriptions.push(
    item,
    window.onDidChangeActiveTextEditor(show),
    onPlansChanged(show),
    onServerSilent(show),
    commands.registerCommand('iplan.showState', explain),
  );
  void show();
}

async function stateOfActive(): Promise<PlanState | undefined> {
  const document = window.activeTextEditor?.document;
  return document?.languageId === 'iplan' ? ask<PlanState>(planState, { uri: document.uri.toString() }) : undefined;
}

interface Choice extends QuickPickItem {
  readonly run?: () => unknown;
}

/** Why the plan is judged as it is, and what can be changed about that. */
async function explain(): Promise<void> {
  const state = await stateOfActive();
  if (state === undefined) {
    void window.showInformationMessage(say`Open a file of a plan first.`);
    return;
  }
  const { config } = state;
  const chosen = workspace.getConfiguration('iplan').get<Profile>('profile', '');
  const items: Choice[] = [
    { label: say`Why`, kind: QuickPickItemKind.Separator },
    ...state.why.map((label) => ({ label, run: () => commands.executeCommand('iplan.findings.focus') })),
    { label: say`How much is asked of the plan`, kind: QuickPickItemKind.Separator },
    ...profiles().map(([profile, description]) => ({
      label: `${profile === chosen ? '$(check)' : '$(blank)'} ${profile === '' ? say`As the plan's folder says` : profile}`,
      description,
      run: () => choose(profile),
    })),
    { label: say`More`, kind: QuickPickItemKind.Separator },
    { label: `$(list-tree) ${say`Show the findings`}`, run: () => commands.executeCommand('iplan.findings.focus') },
    ...(config === undefined
      ? []
      : [{ label: `$(gear) ${say`Open iplan.config.json`}`, run: () => commands.executeCommand('vscode.open', Uri.parse(config)) }]),
    { label: `$(refresh) ${say`Recheck the workspace`}`, run: () => commands.executeCommand('iplan.recheck') },
  ];
  const picked = await window.showQuickPick(items, { title: state.plan ?? say`Not judged`, placeHolder: findingsSaid(state.counts) || say`No findings` });
  await picked?.run?.();
}

/** Without a workspace there is nowhere to keep it but with the user. */
function choose(profile: Profile): Thenable<void> {
  const where = workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  return workspace.getConfiguration('iplan').update('profile', profile === '' ? undefined : profile, where);
}
