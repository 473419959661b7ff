// Inside a real VS Code: how long the extension takes to be there, and until the first problems of a plan are shown. Each on a marked line.
import * as vscode from 'vscode';

export async function run() {
  const began = performance.now();
  const took = (what) => console.log(`[iplan-test] ${what} ${performance.now() - began}`);
  await vscode.extensions.getExtension('iplan.iplan').activate();
  took('active');
  const document = await vscode.workspace.openTextDocument({ language: 'iplan', content: 'plan town "Town" {\n' });
  await vscode.window.showTextDocument(document);
  while (vscode.languages.getDiagnostics(document.uri).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  took('problems');
}
