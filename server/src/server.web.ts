import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import type { InitializationOptions } from '../../client/src/messages.ts';
import { lightFormats } from './exporting.ts';
import { serve } from './server.ts';

const worker = globalThis as unknown as Worker;
const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(worker), new BrowserMessageWriter(worker));

serve(connection, {
  async files(_, params) {
    const [{ editorFiles }, { libraryFiles }] = await Promise.all([import('./host/editor.ts'), import('./host/library.web.ts')]);
    // The texts come with the bundle; "go to definition" opens the files that the extension brings along.
    const folder = (params.initializationOptions as Partial<InitializationOptions> | undefined)?.frameworks;
    const library = libraryFiles().map(({ uri, text }) => ({ uri: folder === undefined ? uri : `${folder}${uri.slice(uri.lastIndexOf('/'))}`, text }));
    return editorFiles(
      connection,
      async () => library,
      (message) => connection.console.warn(message),
    );
  },
  formats: lightFormats,
});
