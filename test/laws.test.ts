// Each law among the frameworks, with a plan that does what it asks for and one that does not. The plans stand in test/laws, a file
// each: `id.met.iplan` is passed by every rule on mandates, `id.lacking.iplan` says under its lines what is reported.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFile } from '../server/src/model/workspace.ts';
import { asMarks, fixture, problemsOf, shown } from './fixture.ts';

const folder = path.join(import.meta.dirname, 'laws');
const frameworks = path.join(import.meta.dirname, '../frameworks');
const laws = readdirSync(frameworks)
  .filter((name) => /\brequired for\b/.test(readFileSync(path.join(frameworks, name), 'utf8')))
  .map((name) => name.replace(/\.iplan$/, ''));

const read = (law: string, how: 'met' | 'lacking') => {
  const plan = readFileSync(path.join(folder, `${law}.${how}.iplan`), 'utf8');
  return fixture(`${plan}\n--- law.iplan\n${readFileSync(path.join(frameworks, `${law}.iplan`), 'utf8')}`);
};
const problems = (given: ReturnType<typeof fixture>) => problemsOf(given).filter((d) => /^(?:mandates|structure)\//.test(d.rule));

describe('laws', () => {
  for (const law of laws) {
    describe(law, () => {
      it('is met', () =>
        assert.deepEqual(
          problems(read(law, 'met')).map((d) => `${d.rule}: ${d.message}`),
          [],
        ));

      it('is told of where a part is missing or a limit is passed', () => {
        const given = read(law, 'lacking');
        assert.ok(given.marks.length > 0, 'the plan says what it expects');
        assert.deepEqual(shown(asMarks(problems(given), given.marks)), shown(given.marks));
      });

      it('says of everything it requires where it stands', () => {
        const text = readFileSync(path.join(frameworks, `${law}.iplan`), 'utf8');
        const items = parseFile(law, text).readings.flatMap((reading) => reading.declarations.flatMap((head) => head.children));
        for (let some = items; some.length > 0; some = some.flatMap((item) => item.children))
          for (const item of some) if (item.has('required for')) assert.ok(item.has('number'), `${item.id} has the number of its article`);
      });
    });
  }
});
