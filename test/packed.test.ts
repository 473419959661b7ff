import assert from 'node:assert/strict';
import { packed, unpacked } from '../server/src/cli/packed.ts';
import { defaultSettings } from '../server/src/config/settings.ts';
import { RULES } from '../server/src/rules/rules.ts';
import { verdictsOf } from '../server/src/sight/verdict.ts';
import { fixture } from './fixture.ts';

describe('a verdict that is kept', () => {
  it('comes back as it was, wherever its files lie then', () => {
    const settings = defaultSettings('2026-06-30', 'thorough');
    const seen = { related: 0, mend: 0, waived: 0, instead: 0, plan: 0 };
    for (const { good, bad } of RULES)
      for (const example of [...good, ...bad]) {
        const { workspace } = fixture(example);
        const units = workspace.scopes.list.map(({ files }) => ({ files }));
        for (const verdict of verdictsOf(workspace, units, () => settings)) {
          const kept = JSON.stringify(packed(verdict, (uri) => uri.replace('file:///example/', './')));
          assert.ok(!kept.includes('file:///example/'));
          assert.deepEqual(
            unpacked(JSON.parse(kept), (short) => short.replace('./', 'file:///example/')),
            verdict,
          );
          const moved = unpacked(JSON.parse(kept), (short) => short.replace('./', 'file:///elsewhere/'));
          for (const { uri, related } of moved.problems)
            for (const one of [uri, ...related.map((place) => place.uri)]) assert.match(one, /^file:\/\/\/elsewhere\//);
          for (const { related, mend, waived, instead } of verdict.problems) {
            seen.related += related.length;
            for (const [name, part] of Object.entries({ mend, waived, instead })) if (part !== undefined) seen[name as 'mend']++;
          }
          if (verdict.plan !== undefined) seen.plan++;
        }
      }
    for (const [name, times] of Object.entries(seen)) assert.ok(times > 1, `${name} ${times}`);
  });
});
