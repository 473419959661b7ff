import assert from 'node:assert/strict';
import { inlineCompletion } from '../../server/src/features/inline.ts';
import { asked } from './caret.ts';

const PLAN = `plan town "Town" { level local; period 2025 to 2028; coordinator boss }
actor boss "Integration coordinator" { type post }
sector housing "Housing" {
  lead boss
  groups refugees
  target kept "Tenancies kept" { measured by rate; at least 90% by 2028 }
  indicator rate "Share of tenancies kept" { unit percent }
  indicator homes "Number of homes" { unit persons }
`;

const ghost = (source: string): string | undefined => {
  const { workspace, uri, position } = asked(`${PLAN}${source}`);
  return inlineCompletion(workspace, uri, position, '2026-06-30')[0]?.insertText as string | undefined;
};

describe('inline completion', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['  measure m "M" {\n    |\n  }\n}', 'serves kept'],
    ['  measure m "M" {\n    serves kept\n    |\n  }\n}', 'lead boss'],
    ['  measure m "M" {\n    serves kept\n    lead boss\n    |\n  }\n}', 'for refugees'],
    ['  measure m "M" {\n    st|\n  }\n}', 'status ongoing'],
    ['  measure m "M" {\n    period |\n  }\n}', '2025 to 2028'],
    ['  target t "T" {\n    |\n  }\n}', 'measured by homes'],
    ['  indicator i "Share in work" {\n    |', 'unit percent'],
    ['}\nactor x "Town library" {\n  |\n}', 'type library'],
    ['}\nactor x "Refugee office" {\n  |\n}', 'type department'],
    ['}\nsector work "Work" {\n  |\n}', 'field work'],
    ['  measure m "M" {\n    about "|"\n  }\n}', undefined],
    ['  measure m "M" {\n    | lead boss\n  }\n}', undefined],
    ['}\n|', undefined],
    ['  measure m "M" {\n    zz|\n  }\n}', undefined],
  ];
  for (const [source, expected] of cases)
    it(`writes ${expected ?? 'nothing'} at ${JSON.stringify(source.slice(-40))}`, () => assert.equal(ghost(source), expected));
});
