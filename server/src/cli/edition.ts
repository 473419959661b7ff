import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../version.ts';

/** The program as it is: what another edition has found is never taken over, not even from another build of the same version. */
export function edition(): string {
  return `${VERSION} ${process.env.IPLAN_BUILD ?? sourcesOf(join(import.meta.dirname, '..'))}`;
}

/** What the sources of the program are known by. A build asks for it once and puts it in its place. */
export function sourcesOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name))
    .sort();
  return hash('sha256', files.map((name) => hash('sha256', readFileSync(join(folder, name)), 'hex')).join('\n'), 'hex').slice(0, 16);
}
