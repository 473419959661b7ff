import { readArguments } from './usage.ts';

/** `iplan lsp --stdio`: the language server. It ends when the editor closes the connection. */
export async function run(args: readonly string[]): Promise<number> {
  readArguments(args, ['clientProcessId'], ['stdio']);
  const { startServer } = await import('../server.node.ts');
  startServer();
  return new Promise(() => {});
}
