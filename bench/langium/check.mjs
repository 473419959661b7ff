// Checks a folder of plans: node check.mjs FOLDER. Ends with 1 when something was found.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { createServices } from './services.mjs';

const { workspace } = createServices(NodeFileSystem).shared;
const folder = path.resolve(process.argv[2]);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.iplan'));
const documents = await Promise.all(files.map((file) => workspace.LangiumDocuments.getOrCreateDocument(URI.file(path.join(folder, file)))));
await workspace.DocumentBuilder.build(documents, { validation: true });
const found = documents.flatMap((document) => document.diagnostics ?? []);
console.log(`${documents.length} files, ${found.length} problems`, found[0]?.message ?? '');
process.exitCode = found.length > 0 ? 1 : 0;
