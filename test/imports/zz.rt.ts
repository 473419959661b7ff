import { load } from '../../server/src/host/load.ts';
import { dossierIn } from '../reports/read.ts';
import { lostIn } from './roundtrip.ts';

const { workspace } = load(['examples'], { today: '2026-01-15' });
const plans = workspace.scopes.list.filter((s) => s.kind === 'plan');
const [format, step = '5'] = process.argv.slice(2);
const lost = new Map(),
  added = new Map();
let kept = 0,
  all = 0;
for (const [i, s] of plans.entries()) {
  if (i % Number(step) && s.id !== 'elvebyen') continue;
  const r = await lostIn(format!, dossierIn(workspace, s.files[0]!.uri, '2026-01-15'));
  kept += r.kept;
  all += r.all;
  for (const [k, v] of r.lost) lost.set(k, v);
  for (const [k, v] of r.added) added.set(k, v);
}
console.log(format, kept, all, 'LOST', lost.size, 'ADDED', added.size);
if (process.argv[4]) {
  console.log(
    [...lost]
      .sort()
      .map(([k, v]) => `- ${k}: ${v}`.slice(0, 170))
      .join('\n'),
  );
  console.log('ADDED');
  console.log(
    [...added]
      .sort()
      .map(([k, v]) => `+ ${k}: ${v}`.slice(0, 170))
      .join('\n'),
  );
}
