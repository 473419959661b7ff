import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { load } from '../server/src/host/load.ts';
import type { Declaration } from '../server/src/model/declaration.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A law, body, programme, network, index, charter or project that the research names. */
interface System {
  readonly system: string;
  readonly name: string;
  /** `file#id` of the declarations that it is. */
  readonly declared?: readonly string[];
  /** `file#text` of what stands in a statement of a plan. */
  readonly says?: readonly string[];
  /** Why it is declared nowhere. */
  readonly why?: string;
}

const systems = JSON.parse(readFileSync(path.join(root, 'test/systems.json'), 'utf8')) as Readonly<Record<string, readonly System[]>>;
const { workspace } = load([path.join(root, 'examples'), path.join(root, 'frameworks')], { today: '2022-06-30' });

const withAll = (declarations: readonly Declaration[]): Declaration[] => declarations.flatMap((one) => [one, ...withAll(one.children)]);
const fileOf = (name: string) => workspace.files.get(pathToFileURL(path.join(root, name)).href);
const idsIn = (name: string): ReadonlySet<string> =>
  new Set(withAll(fileOf(name)?.readings.flatMap((reading) => reading.declarations) ?? []).map((one) => one.id));
const parts = (place: string) => place.split('#') as [file: string, what: string];

describe('systems that the research names', () => {
  for (const [source, named] of Object.entries(systems)) {
    describe(source, () => {
      for (const { system, name, declared = [], says = [], why } of named) {
        it(`${system} ${name} is somewhere, or left out for a reason`, () => {
          assert.ok(declared.length + says.length > 0 || (why ?? '').length > 20, 'neither declared nor left out for a reason');
          for (const [file, id] of declared.map(parts)) assert.ok(idsIn(file).has(id), `${file} declares no "${id}"`);
          for (const [file, text] of says.map(parts)) {
            const lines =
              fileOf(file)
                ?.tree.text.split('\n')
                .filter((line) => !/^\s*#/.test(line)) ?? [];
            assert.ok(
              lines.some((line) => line.includes(text)),
              `${file} does not say "${text}"`,
            );
          }
        });
      }
    });
  }

  it('are named once', () => {
    const names = Object.values(systems).flatMap((named) => named.map((one) => one.system));
    assert.deepEqual(
      names.filter((one, i) => names.indexOf(one) !== i),
      [],
    );
  });
});
