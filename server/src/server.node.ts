import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../client/src/messages.ts';
import { speakLike } from './host/tongue.ts';
import { serve } from './server.ts';

/** Starts the language server over what the arguments of the process say: `--stdio`, `--node-ipc` or `--socket`. */
export function startServer(): void {
  const connection = createConnection(ProposedFeatures.all);
  // What goes wrong outside of every request is told, and nobody loses the server over it.
  process.on('unhandledRejection', (reason) => connection.console.error(`Something failed: ${reason instanceof Error ? reason.stack : String(reason)}`));
  serve(connection, {
    async files(_, params) {
      const warn = (message: string) => connection.console.warn(message);
      const { diskFiles } = await import('./host/disk.ts');
      const disk = diskFiles(warn);
      if ((params.initializationOptions as Partial<InitializationOptions> | undefined)?.files !== 'editor') return disk;
      const { editorFiles } = await import('./host/editor.ts');
      return editorFiles(connection, disk.library, warn);
    },
    formats: async () => (await import('./reports/plan/all-formats.ts')).FORMATS,
    speak: speakLike,
  });
}

// The extension runs this file itself; the command line imports it and starts the server when it is asked to.
if (/server\.(?:node\.ts|js)$/.test(process.argv[1] ?? '')) startServer();
