// Writes a plan in every format that needs no browser and prints what each file is told by: run in places and languages that differ.
import { createHash } from 'node:crypto';
import { archive } from '../../server/src/reports/archive.ts';
import { FORMATS } from '../../server/src/reports/plan/all-formats.ts';
import { dossierOf, PLAN } from './read.ts';

const told: Record<string, string> = {
  zone: String(new Date(0).getHours()),
  locale: new Intl.NumberFormat().resolvedOptions().locale,
};
for (const [id, { writer }] of Object.entries(FORMATS)) {
  if (id === 'pdf') continue;
  const written = await (await writer())(dossierOf(PLAN));
  const bytes = typeof written === 'string' || written instanceof Uint8Array ? written : archive(written);
  told[id] = createHash('sha256').update(bytes).digest('hex');
}
process.stdout.write(JSON.stringify(told));
