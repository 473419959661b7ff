import { startLanguageServer } from 'langium/lsp';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createServices } from './services.mjs';

startLanguageServer(createServices({ connection: createConnection(ProposedFeatures.all), ...NodeFileSystem }).shared);
