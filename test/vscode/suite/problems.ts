import * as vscode from 'vscode';
import { slowness } from '../../safety/clock.ts';
import { edit, expect, extension, findPlace, host, pressInMessage, problems, serverProcess, until } from './workspace.ts';

const anyRule = /^[a-z]+\/[a-z-]+$/;
const structure = /^structure\//;

suite('problems', () => {
  let document: vscode.TextDocument;

  suiteSetup(async () => {
    document = (await findPlace(/^(?:measure|\s+measure)\s/dm)).document;
    await vscode.window.showTextDocument(document);
  });

  test('the extension starts when a plan is opened, in the host it is for', async () => {
    const { exports, extensionUri } = await extension();
    expect(exports.host === host, `The extension from ${extensionUri} runs as "${exports.host}".`);
  });

  test('what a plan misses is shown with its rule', async () => {
    const files = await vscode.workspace.findFiles('**/*.iplan');
    const found = await until('a problem in any plan', async () => {
      for (const file of files) {
        // Only what is open in an editor is sure to be judged.
        const plan = await vscode.workspace.openTextDocument(file);
        await vscode.window.showTextDocument(plan, { preview: false });
        const shown = await until('a problem', () => problems(plan, anyRule)[0], 3000).catch(() => undefined);
        if (shown) return shown;
      }
      return undefined;
    });
    expect(found.message.length > 0, 'The problem has no message.');
    await vscode.window.showTextDocument(document);
  });

  test('a line that is broken is reported while it is, and no longer', async () => {
    const line =
      document
        .getText()
        .split(/\r?\n/)
        .findIndex((text) => /\{\s*$/.test(text)) + 1;
    const start = new vscode.Position(line, 0);
    const end = new vscode.Position(line + 1, 0);
    const here = () => problems(document, structure).filter(({ range }) => range.start.line === line);
    expect(here().length === 0, 'The line has a problem before it is broken.');
    await edit(document, new vscode.Range(start, start), '  acountabel nobody-at-all\n');
    const [problem] = await until('the problem of the broken line', () => (here().length > 0 ? here() : undefined));
    expect(problem?.severity === vscode.DiagnosticSeverity.Error, 'The problem is no error.');
    await edit(document, new vscode.Range(start, end), '');
    await until('the problem to go', () => (here().length === 0 ? true : undefined));
  });

  test('a server that is killed is back within three seconds', async function () {
    if (host === 'web') return this.skip();
    serverProcess().kill('SIGKILL');
    const killed = Date.now();
    // It is gone before anybody here hears of it, and whoever asks meanwhile is no reason to leave it at that.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    for (let i = 0; i < 12; i++) void vscode.commands.executeCommand('iplan.recheck').then(undefined, () => {});
    const start = new vscode.Position(document.lineCount, 0);
    await edit(document, new vscode.Range(start, start), '\nnonsense {{{\n');
    await until('a problem after the kill', () => problems(document, structure)[0]);
    const took = Date.now() - killed;
    console.log(`[iplan-kill] ${took} ms`);
    const limit = 3000 * slowness();
    expect(took <= limit, `It took ${took} ms, of ${Math.round(limit)} ms.`);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('a server that hangs is told of, and another one is started by the button of the message', async function () {
    if (host === 'web' || process.platform === 'win32') return this.skip();
    const { exports } = await extension();
    const server = serverProcess();
    server.kill('SIGSTOP');
    const asked = vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 0));
    await until('the silence to be told', () => exports.isSilent() || undefined);
    if (vscode.env.uiKind === vscode.UIKind.Web) await pressInMessage('Start It Again');
    else await vscode.commands.executeCommand('iplan.restartServer');
    await until('another server', () => !exports.isSilent() || undefined);
    await asked;
    await until('the end of the server that hung', () => server.signalCode ?? undefined);
    const start = new vscode.Position(document.lineCount, 0);
    await edit(document, new vscode.Range(start, start), '\nnonsense {{{\n');
    await until('a problem after the silence', () => problems(document, structure)[0]);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('the server can be started again', async () => {
    await vscode.commands.executeCommand('iplan.restartServer');
    const start = new vscode.Position(document.lineCount, 0);
    await edit(document, new vscode.Range(start, start), '\nnonsense {{{\n');
    await until('a problem after the restart', () => problems(document, structure)[0]);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
