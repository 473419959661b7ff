// A plan in one process, a fresh one each time: the first call, and the later ones when the engine is warm; and what the rules take of it.
import { ENGINES } from '../engines/engines.mjs';
import { here, writePlan } from '../lib/prepare.mjs';
import { run } from '../lib/processes.mjs';
import { interleaved } from '../lib/record.mjs';

export const SIZES = [100_000, 1_000_000, 5_000_000];

export async function parse(record, { rounds, until, large }) {
  for (const bytes of SIZES) {
    const base = writePlan(bytes);
    // At 5 MB the slow ones take seconds a call; the growth of the others is what is asked there.
    const names = Object.keys(ENGINES).filter((name) => bytes < 5_000_000 || large || !/yaml|Langium build/.test(name));
    await interleaved(names, { rounds, until: until() }, async (name) => {
      const { said, code } = await run([process.execPath, `${here}/engines/child.mjs`, name, base, '400'], { keep: true });
      if (code !== 0) throw new Error(`the engine ended with ${code}`);
      for (const [what, ms] of Object.entries(JSON.parse(said))) record.add(`parse/${bytes}/${name}/${what}`, ms);
    });
  }
  for (const bytes of SIZES.slice(0, 2)) {
    const { said } = await run([process.execPath, `${here}/engines/stroke.mjs`, writePlan(bytes), '80'], { keep: true });
    for (const [part, took] of Object.entries(JSON.parse(said))) record.add(`stroke/${bytes}/${part}`, ...took);
  }
  const { said } = await run([process.execPath, `${here}/engines/families.mjs`, writePlan(1_000_000), '5'], { keep: true });
  for (const [family, took] of Object.entries(JSON.parse(said))) record.add(`families/${family}`, ...took);
}
