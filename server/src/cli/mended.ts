import { fileURLToPath } from 'node:url';
import { createTwoFilesPatch } from 'diff';
import { mendAll, type Trust } from '../features/mending.ts';
import { replaceText } from '../host/write.ts';
import { counted } from '../language/nouns.ts';
import { Linter } from '../lint.ts';
import { terminal } from '../reports/escape.ts';
import { say } from '../text/say.ts';
import { hereOf } from './judging.ts';
import { partOf, partsOf, Reader } from './parts.ts';
import { type Scan, unitsOf } from './scan.ts';

/** A file as it is and as it would be. */
interface Mending {
  readonly uri: string;
  readonly was: string;
  readonly is: string;
}

/** Mends the files that were asked about and writes them, each whole or not at all; one that cannot be written stays as it was. */
export function mended(scan: Scan, uris: readonly string[], trust: Trust): { readonly failures: readonly string[]; readonly said: readonly string[] } {
  const failures: string[] = [];
  let [mends, written] = [0, 0];
  for (const { files, count } of mendings(scan, uris, trust)) {
    mends += count;
    for (const { uri, was, is } of files) {
      const failed = replaceText(fileURLToPath(uri), was, is);
      if (failed === undefined) written++;
      else failures.push(`${hereOf(uri)} ${failed}.`);
    }
  }
  return { failures, said: failures.length === 0 ? [say`${counted(mends, 'mend')} in ${counted(written, 'file')}.`] : [] };
}

/** What mending would change, as a patch that git and patch take; nothing is written. */
export function patchOf(scan: Scan, uris: readonly string[], trust: Trust): string {
  return [...mendings(scan, uris, trust)]
    .flatMap(({ files }) => files)
    .sort((a, b) => (a.uri < b.uri ? -1 : 1))
    .map(({ uri, was, is }) => {
      const name = hereOf(uri);
      const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, was, is);
      // The library begins each patch with a line of its own that no tool asks for.
      return onScreen(patch.replace(/^=+\n/, ''));
    })
    .join('');
}

function* mendings(scan: Scan, uris: readonly string[], trust: Trust): Generator<{ readonly files: readonly Mending[]; readonly count: number }> {
  const asked = new Set(uris);
  const settings = (uri: string) => scan.configs.settingsOf(uri);
  const reader = new Reader(scan.sight.ids, settings);
  for (const units of partsOf(scan, unitsOf(scan, uris))) {
    const { workspace } = reader.read(partOf(scan, units));
    const own = units.flatMap(({ files }) => files.map(({ uri }) => uri)).filter((uri) => asked.has(uri));
    const linter = new Linter();
    const after = mendAll(workspace, own.sort(), (now, uri) => linter.diagnose(now, uri, settings), trust);
    const textOf = (uri: string, of: typeof workspace) => of.files.get(uri)?.tree.text ?? '';
    yield { files: after.files.map((uri) => ({ uri, was: textOf(uri, workspace), is: textOf(uri, after.workspace) })), count: after.count };
  }
}

/** A terminal obeys what stands in a plan; a file or another program wants it as it is. */
const onScreen = (patch: string): string => (process.stdout.isTTY === true ? patch.split('\n').map(terminal).join('\n') : patch);
