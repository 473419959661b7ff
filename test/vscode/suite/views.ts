import * as vscode from 'vscode';
import { expect, extension, findPlace, host, problems, until } from './workspace.ts';

const decoder = new TextDecoder();

suite('views and commands', () => {
  suiteSetup(async () => {
    const { document } = await findPlace(/^plan\s/dm);
    await vscode.window.showTextDocument(document);
    await extension();
  });

  test('every command of the extension is there', async () => {
    const { packageJSON } = await extension();
    const wanted = (packageJSON.contributes.commands as { command: string }[]).map(({ command }) => command);
    const there = new Set(await vscode.commands.getCommands(true));
    const missing = wanted.filter((command) => !there.has(command));
    expect(missing.length === 0, `There is no command ${missing}.`);
  });

  test('the views open', async () => {
    for (const view of ['iplan.plans', 'iplan.findings']) await vscode.commands.executeCommand(`${view}.focus`);
    for (const by of ['actor', 'sector', 'rule']) await vscode.commands.executeCommand('iplan.groupFindings', by);
  });

  test('the code of a finding opens the page of its rule', async () => {
    const files = await vscode.workspace.findFiles('**/*.iplan');
    const code = await until('a finding with a page', () => {
      const [found] = files.flatMap((uri) => vscode.languages.getDiagnostics(uri)).filter((problem) => typeof problem.code === 'object');
      return found?.code as { value: string; target: vscode.Uri } | undefined;
    });
    const page = await vscode.workspace.openTextDocument(code.target);
    expect(page.getText().startsWith(`# ${code.value}\n`), `The page begins with "${page.getText().slice(0, 60)}".`);
    expect(page.getText().includes('## What it rests on'), 'The page has no sources.');
    await vscode.commands.executeCommand('iplan.openRule', code.value);
    await until('the page in a preview', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input }) => input instanceof vscode.TabInputCustom && input.uri.toString() === code.target.toString()),
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('a new plan is made beside the others, without a mistake, and never over one that is there', async () => {
    const [root] = vscode.workspace.workspaceFolders!;
    const answers = { level: 'local', name: 'Plan for Elvebyen', country: 'NO', period: '2027 to 2030', frameworks: ['zaragoza'], fields: ['housing', 'work'] };
    const make = () => vscode.commands.executeCommand<vscode.Uri>('iplan.newPlan', answers, root!.uri);
    const folder = await make();
    const plan = vscode.Uri.joinPath(folder, 'plan.iplan');
    const text = decoder.decode(await vscode.workspace.fs.readFile(plan));
    expect(text.includes('plan plan-for-elvebyen "Plan for Elvebyen"') && text.includes('uses zaragoza'), text);
    expect(vscode.window.activeTextEditor?.document.uri.toString() === plan.toString(), 'The plan is not shown.');
    const document = await vscode.workspace.openTextDocument(plan);
    // Its files are noticed one after the other, so what they name may be missing for a moment.
    await until('what the plan still lacks, and no error', () => {
      const found = problems(document, /./);
      return found.length > 0 && found.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error);
    });
    const again = await make();
    expect(again.toString() !== folder.toString(), 'The second plan was written over the first.');
    expect(decoder.decode(await vscode.workspace.fs.readFile(plan)) === text, 'The first plan has changed.');
    for (const made of [folder, again]) await vscode.workspace.fs.delete(made, { recursive: true });
  });

  test('the profile of the workspace decides what is found, and a recheck leaves it so', async () => {
    const { document } = await findPlace(/^plan\s/dm);
    await vscode.window.showTextDocument(document);
    const weights = () => problems(document, /./).map(({ severity }) => severity);
    const isError = (severity: vscode.DiagnosticSeverity) => severity === vscode.DiagnosticSeverity.Error;
    const settings = vscode.workspace.getConfiguration('iplan');
    await until('a finding that is no error', () => weights().some((severity) => !isError(severity)));
    await settings.update('profile', 'essential', vscode.ConfigurationTarget.Workspace);
    try {
      await until('errors only', () => weights().every(isError));
      await vscode.commands.executeCommand('iplan.recheck');
      expect(weights().every(isError), 'A recheck forgets the profile.');
    } finally {
      await settings.update('profile', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await until('the other findings again', () => weights().some((severity) => !isError(severity)));
  });

  test('the language that is chosen is spoken, and English again afterwards', async function () {
    // The server is started twice.
    this.timeout(90_000);
    const { document } = await findPlace(/^(?:measure|\s+measure)\s/dm);
    await vscode.window.showTextDocument(document);
    const said = () => problems(document, /./).map(({ message }) => message);
    const settings = vscode.workspace.getConfiguration('iplan');
    const english = await until('what is found', () => (said().length > 0 ? said() : undefined));
    await settings.update('language', 'nb', vscode.ConfigurationTarget.Workspace);
    try {
      await until('the same in Norwegian', () => said().length === english.length && said().every((message) => !english.includes(message)), 40_000);
    } finally {
      await settings.update('language', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await until('English again', () => said().some((message) => english.includes(message)), 40_000);
  });

  if (host === 'node') {
    test('the check runs as a task, with nothing installed', async () => {
      const [task] = await vscode.tasks.fetchTasks({ type: 'iplan' });
      expect(task, 'There is no task.');
      const ended = new Promise<number | undefined>((resolve) => {
        const listening = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
          if (execution.task.definition.type !== 'iplan') return;
          listening.dispose();
          resolve(exitCode);
        });
      });
      await vscode.tasks.executeTask(task);
      const code = await ended;
      // 1 says that something was found; 2 that the check could not be made.
      expect(code === 0 || code === 1, `The check ended with ${code}.`);
    });
  }
});
