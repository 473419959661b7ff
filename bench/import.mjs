// How long an import takes, and what a hostile archive costs: npm run unit is never about a clock, so this is run by hand.
import { zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { planOf } from '../server/src/imports/plan.ts';
import { open } from '../server/src/imports/read/open.ts';
import { reportOf } from '../server/src/imports/report.ts';

if (!process.argv.includes('--bomb')) {
  const rows = [['Nr', 'Område', 'Tiltak', 'Ansvarlig', 'Samarbeidspartnere', 'Frist', 'Budsjett', 'Status', 'Indikator', 'Merknad']];
  for (let i = 1; i <= 5000; i++)
    rows.push([
      `${i}`,
      `Område ${i % 20}`,
      `Tiltak nummer ${i} for de som bor her`,
      `Kontor ${i % 40}`,
      `Forening ${i % 90}, Lag ${i % 70}`,
      `${(i % 28) + 1}.06.2027`,
      `${i * 100} kr per år`,
      i % 2 ? 'Pågår' : 'Planlagt',
      `Antall ${i}`,
      `Merknad om tiltak ${i}`,
    ]);
  const book = await writeXlsx({ sheets: [{ name: 'Plan', rows }] });
  await measured('a workbook of 5,000 rows', async () => {
    const source = await open(book, 'big.xlsx');
    const plan = planOf([source], { today: '2026-01-15' });
    const { all, left } = plan.ledger.count();
    return `${all} cells, ${left} left out, ${plan.files.reduce((sum, { text }) => sum + text.length, 0)} characters of plan, ${reportOf(plan, [source]).length} of report`;
  });
}
if (!process.argv.includes('--big')) {
  const bomb = zipSync({ '[Content_Types].xml': new Uint8Array(10), 'xl/workbook.xml': new Uint8Array(1_000_000_000) }, { level: 9 });
  globalThis.gc?.();
  await measured(`a bomb of 1 GB in ${Math.round(bomb.length / 1024)} KB`, () =>
    open(bomb, 'bomb.xlsx').then(
      () => 'was read',
      (error) => `was refused: it ${error.message}`,
    ),
  );
}

async function measured(what, run) {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const used = process.cpuUsage();
  const said = await run();
  const more = Math.max(0, process.memoryUsage().rss - before);
  console.log(
    `${what}: ${Math.round(performance.now() - start)} ms (${Math.round((process.cpuUsage(used).user + process.cpuUsage(used).system) / 1000)} ms of the processor), ${Math.round(more / 1e6)} MB more: ${said}`,
  );
}
