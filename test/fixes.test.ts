import assert from 'node:assert/strict';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultSettings } from '../server/src/config/settings.ts';
import { load } from '../server/src/host/load.ts';
import { RULES } from '../server/src/rules/rules.ts';
import { fixture } from './fixture.ts';
import { judged, tryAll } from './mending.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
describe('quick fixes', () => {
  for (const rule of RULES) {
    for (const [i, example] of rule.bad.entries()) {
      const given = fixture(example);
      const settings = defaultSettings(given.today, 'thorough');
      if (!judged(given.workspace, settings).some((d) => d.rule === rule.id && (d.fixes?.length ?? 0) > 0)) continue;
      it(`of ${rule.id}, example ${i + 1}, mend what they say and break nothing`, () =>
        assert.ok(tryAll(given.workspace, settings, (d) => d.rule === rule.id) > 0));
    }
  }

  it('of the examples mend what they say and break nothing', function () {
    this.timeout(300_000);
    const { workspace, configs } = load([path.join(root, 'examples')], { today: '2022-06-30' });
    const files = [...workspace.files.keys()].filter((uri) => uri.includes('/examples/'));
    // Each plan alone would lose what the plans around it say, so all of it is judged each time; a part of the findings is tried.
    const settings = configs.settingsOf(files[0]!);
    let i = 0;
    assert.ok(tryAll(workspace, settings, (d) => (d.fixes?.length ?? 0) > 0 && i++ % 12 === 0) > 5);
  });
});
