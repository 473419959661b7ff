// Tasks that run `iplan check` where there is a machine to run it on: the command line comes with the extension, and the editor's own
// Node runs it, so nothing has to be installed.
import { type ExtensionContext, ProcessExecution, Task, TaskGroup, TaskScope, tasks, type WorkspaceFolder, workspace } from 'vscode';
import { say } from '../../server/src/text/say.ts';
import { ask } from './asking.ts';
import { recheck } from './messages.ts';

interface Check {
  readonly type: string;
  readonly paths?: readonly string[];
  readonly profile?: string;
  readonly asOf?: string;
  readonly failOn?: string;
}

export function offerTasks(context: ExtensionContext): void {
  const cli = context.asAbsolutePath('dist/cli.js');
  context.subscriptions.push(
    tasks.registerTaskProvider('iplan', {
      provideTasks: () =>
        (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map((folder) => task({ type: 'iplan' }, folder, 'check', cli)),
      resolveTask: ({ definition, scope, name }) =>
        task(definition as Check, scope === undefined || typeof scope === 'number' ? workspace.workspaceFolders?.[0] : scope, name, cli),
    }),
    // While it ran, its findings stood in the place of the server's, which know more of each.
    tasks.onDidEndTask(({ execution }) => {
      if (execution.task.problemMatchers.includes('$iplan')) void ask(recheck);
    }),
  );
}

function task(definition: Check, folder: WorkspaceFolder | undefined, name: string, cli: string): Task {
  const { paths = ['.'], profile, asOf, failOn } = definition;
  const options = Object.entries({ profile, 'as-of': asOf, 'fail-on': failOn }).flatMap(([option, value]) =>
    value === undefined ? [] : [`--${option}=${value}`],
  );
  const execution = new ProcessExecution(process.execPath, [cli, 'check', '--format=lines', '--no-progress', ...options, '--', ...paths], {
    // A desktop editor is no Node by itself, but becomes one when it is told so; elsewhere this says nothing.
    env: { ELECTRON_RUN_AS_NODE: '1' },
    ...(folder && { cwd: folder.uri.fsPath }),
  });
  const made = new Task(definition, folder ?? TaskScope.Workspace, name, 'iplan', execution, '$iplan');
  made.group = TaskGroup.Build;
  made.detail = say`Judges the plans of the folder, as the command line does`;
  return made;
}
