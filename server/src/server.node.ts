import { createConnection, MessageType, ProposedFeatures, ShowMessageNotification } from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../client/src/messages.ts';
import { fault } from './fault.ts';
import { giveBack, keepYoungSmall } from './host/memory.ts';
import { serve } from './server.ts';
import { say } from './text/say.ts';

/** Starts the language server over what the arguments of the process say: `--stdio`, `--node-ipc` or `--socket`. */
export function startServer(): void {
  const connection = createConnection(ProposedFeatures.all);
  let isTold = false;
  // What goes wrong outside of every request is told, and nobody loses the server over it.
  const failed = (error: unknown): void => {
    // Whoever would hear of it has gone.
    if (['EPIPE', 'ERR_STREAM_DESTROYED'].includes((error as NodeJS.ErrnoException | undefined)?.code ?? '')) process.exit(1);
    connection.console.error(`Something failed: ${fault(error)}`);
    if (isTold) return;
    isTold = true;
    const message = say`Something went wrong in the server for integration plans, which goes on. Its log says where, without any words of your plans.`;
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }).catch(() => {});
  };
  process.on('unhandledRejection', failed).on('uncaughtException', failed);
  serve(connection, {
    async files(_, params) {
      const warn = (message: string) => connection.console.warn(message);
      const { diskFiles } = await import('./host/disk.ts');
      const disk = diskFiles(warn);
      if ((params.initializationOptions as Partial<InitializationOptions> | undefined)?.files !== 'editor') return disk;
      const { editorFiles } = await import('./host/editor.ts');
      return editorFiles(connection, disk.library, warn);
    },
    loading: keepYoungSmall,
    resting: giveBack,
    formats: async () => (await import('./reports/plan/all-formats.ts')).FORMATS,
    speak: async (locale) => (await import('./host/tongue.ts')).speakLike(locale),
  });
}
