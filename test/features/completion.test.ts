import assert from 'node:assert/strict';
import type { CompletionItem, TextEdit } from 'vscode-languageserver';
import { layout } from '../../server/src/features/completion/layout.ts';
import { completion } from '../../server/src/features/completion.ts';
import { speakLike } from '../../server/src/host/tongue.ts';
import { KINDS, kindRow } from '../../server/src/language/vocabulary.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { speak } from '../../server/src/text/say.ts';
import { asked } from './caret.ts';

const VSCODE = { snippets: true, insertReplace: false, labelDetails: true, formats: ['markdown' as const] };
const PLAIN = { snippets: false, insertReplace: false, labelDetails: false, formats: undefined };
const PLAN =
  'plan town "Town" { level local; period 2025 to 2028; currency NOK; under state; uses charter }\nactor council "Town council" { type council }\npartner cross "Red Cross" { type ngo }\ngroup women "Women" { priority high }\nfund grant "Grant" { from council }\n';
const ABOVE =
  '--- state/plan.iplan\nplan state "State" { level national; period 2020 to 2030 }\nactor agency "State agency" { type agency }\nmandate settle "Settle refugees" { from agency; to local }\n--- charter.iplan\nframework charter "Charter" {\n  item equal "Equal access"\n}\n--- act/plan.iplan\nplan act "Act" { kind statute; level national; period 2020 }\nmandate teach "Teach" { to local }\n';

function offered(
  source: string,
  { triggered = false, abilities = VSCODE }: { triggered?: boolean; abilities?: typeof VSCODE | typeof PLAIN } = {},
): CompletionItem[] {
  const { workspace, uri, position } = asked(`--- town/plan.iplan\n${PLAN}${source}\n${ABOVE}`);
  const items = completion(workspace, uri, position, !triggered, abilities);
  return items.sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}
const labels = (items: readonly CompletionItem[]): string[] => items.map((item) => item.label);
const find = (items: readonly CompletionItem[], label: string): CompletionItem => items.find((item) => item.label === label) as CompletionItem;

describe('completion', () => {
  it('offers the kinds of the top, laid out whole, at the beginning of a line', () => {
    const items = offered('|');
    assert.deepEqual(
      labels(items).filter((label) => !KINDS.includes(label as never)),
      [],
    );
    assert.ok(!labels(items).includes('item'));
    assert.equal((find(items, 'actor').textEdit as TextEdit).newText.split('\n')[0], 'actor $' + '{1:new-actor} "$' + '{2:Title}" {');
    assert.equal((find(offered('|', { abilities: PLAIN }), 'actor').textEdit as TextEdit).newText, 'actor ');
  });

  it('offers the statements that are missing first, and none twice that stands once', () => {
    const items = offered('body board "Board" {\n  meets monthly\n  |\n}');
    assert.deepEqual(labels(items).slice(0, 3), ['kind', 'involved in', 'members']);
    assert.ok(!labels(items).includes('meets'));
    assert.equal((find(items, 'involved in').textEdit as TextEdit).newText, 'involved in ');
  });

  it('finds a statement by what the reader of another language calls it', () => {
    const found = (source: string, label: string) => find(offered(source), label);
    for (const [locale, measure, deadline] of [
      ['nb', 'tiltak', 'frist'],
      ['sv', 'åtgärd', 'deadline'],
      ['fi', 'toimenpide', 'määräaika'],
      ['nl', 'maatregel', 'deadline'],
      ['de', 'maßnahme', 'frist'],
      ['fr', 'mesure', 'échéance'],
    ] as const) {
      try {
        assert.ok(speakLike(locale));
        const item = found('sector a "A" {\n  |\n}\n', 'measure');
        assert.match(item.filterText ?? '', new RegExp(`^measure .* ?${measure}`, 'i'), locale);
        assert.ok((item.labelDetails?.description?.length ?? 0) > 3, locale);
        assert.match(found('measure a "A" {\n  |\n}\n', 'deadline').filterText ?? '', new RegExp(`^deadline\\b.*${deadline}`, 'i'), locale);
      } finally {
        speak('en', undefined);
      }
    }
    assert.equal(found('sector a "A" {\n  |\n}\n', 'measure').filterText, 'measure');
    assert.equal(found('measure a "A" {\n  |\n}\n', 'deadline').filterText, 'deadline');
  });

  it('offers what a sector may hold, also in a block that is not closed', () => {
    const open = labels(offered('sector work "Work" {\n  field work\n  measure cafe "Café" {\n    lead council\n  }\n  |'));
    assert.ok(open.includes('measure') && open.includes('lead') && !open.includes('plan'));
    const column0 = labels(offered('sector work "Work" {\n  field work\n|'));
    assert.ok(column0.includes('sector') && column0.includes('measure'));
  });

  it('offers nothing in texts and comments, nor at a line that only a space was typed in', () => {
    for (const source of ['# comm|ent', 'actor a "Ti|tle"', 'actor a "A" { contact "open |', 'group g "G" {\n  about """\n    long | text\n  """\n}'])
      assert.deepEqual(labels(offered(source)), [], source);
    assert.deepEqual(labels(offered('actor a "A" {\n  |\n}', { triggered: true })), []);
  });

  it('offers names of the right kind: the own first, then those above, with their titles', () => {
    const items = offered('sector work "Work" {\n  responsibility r "R" {\n    accountable |\n  }\n}');
    const names = labels(items).filter((label) => label !== 'jointly');
    assert.deepEqual(names, ['council', 'cross', 'women', 'agency']);
    assert.equal(find(items, 'cross').labelDetails?.description, 'Red Cross');
    assert.equal(find(items, 'agency').detail, 'actor of State');
    assert.deepEqual(labels(offered('measure m "M" { with council, | }')), ['cross', 'women', 'agency']);
    assert.ok(labels(offered('measure m "M" { covers | }')).includes('equal'));
  });

  it('offers duties of other plans by their full name, and after a dot what that plan declares', () => {
    assert.deepEqual(labels(offered('measure m "M" { fulfils | }')), ['settle', 'act.teach']);
    const items = offered('measure m "M" { fulfils act.te| }');
    assert.deepEqual(labels(items), ['act.teach']);
    const edit = find(items, 'act.teach').textEdit as TextEdit;
    assert.equal(edit.range.end.character - edit.range.start.character, 'act.te'.length);
  });

  it('offers plans and frameworks', () => {
    const { workspace, uri, position } = asked(`--- town/plan.iplan\nplan town "Town" {\n  under |\n}\n${ABOVE}`);
    assert.deepEqual(labels(completion(workspace, uri, position, true, VSCODE)).sort(), ['"…"', 'act', 'charter', 'state']);
  });

  it('offers the indicators of a framework that the plan does not use, and not those of other plans', () => {
    const beside =
      '--- lib.iplan\nframework lib "Library" {\n  indicator work "Work" { unit percent }\n}\n--- city/plan.iplan\nplan city "City" { level local; period 2025 }\nindicator rent "Rent" { unit EUR }\n';
    const { workspace, uri, position } = asked(
      `--- town/plan.iplan\nplan town "Town" { level local; period 2025 }\nindicator own "Own" { defined by | }\n${beside}`,
    );
    assert.deepEqual(labels(completion(workspace, uri, position, true, VSCODE)), ['lib.work']);
  });

  it('offers the words of closed lists, and words that go on', () => {
    assert.deepEqual(labels(offered('measure m "M" { status | }')), ['cancelled', 'completed', 'delayed', 'ongoing', 'planned']);
    assert.deepEqual(labels(offered('measure m "M" { status ongoing | }')), ['because']);
    assert.ok(labels(offered('target t "T" { milestone at | }')).includes('at least'));
    const items = offered('target t "T" { measured | }');
    assert.deepEqual(labels(items), ['measured by']);
    assert.ok(labels(offered('target t "T" { at least 50% by | }')).some((label) => /^\d{4}-\d\d-\d\d$/.test(label)));
  });

  it('offers currencies after an amount, the own first, and units after a number', () => {
    const money = offered('fund f "F" { amount 4000 | }');
    assert.equal(money[0]?.label, 'NOK');
    assert.match(find(money, 'EUR').detail ?? '', /Euro/);
    assert.ok(labels(offered('actor a "A" { staff 2 | }')).includes('fte'));
    assert.ok(labels(offered('phase p "P" { lasts 3 | }')).includes('months'));
  });

  it('offers categories in the block of a split value', () => {
    const items = labels(offered('indicator i "I" {\n  value 40% on 2024 { women 41%; | }\n}'));
    assert.deepEqual(items, ['men']);
  });

  it('offers rules to waive', () => {
    const items = labels(offered('waive |'));
    assert.ok(items.includes('accountability/no-accountable') && items.every((label) => label.includes('/')));
    assert.ok(labels(offered('waive accountability/no-accountable on |')).includes('women'));
  });

  it('replaces the word under the caret, dots and hyphens included', () => {
    const { workspace, uri, position } = asked(
      '--- town/plan.iplan\nplan town "T" { level local }\nactor refugee-office "Office" { type department }\nmeasure m "M" { lead refugee-of|fice }',
    );
    const [item] = completion(workspace, uri, position, true, { ...VSCODE, insertReplace: true });
    assert.deepEqual(item?.textEdit, {
      newText: 'refugee-office',
      insert: { start: { line: 2, character: 21 }, end: { line: 2, character: 31 } },
      replace: { start: { line: 2, character: 21 }, end: { line: 2, character: 35 } },
    });
  });

  it('lays out every kind so that it parses, its places filled or empty', () => {
    for (const kind of KINDS) {
      const text = layout(kind, 'Title')
        .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
        .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
        .replace(/\$\d+/g, '');
      const [statement] = parse(text).chunks.flatMap((chunk) => chunk.statements);
      assert.equal(statement?.kind, kind);
      for (const word of kindRow(kind)
        .outline.split(', ')
        .filter((w) => w !== ''))
        assert.ok(
          statement?.block?.some((s) => s.word === word && s.row !== undefined),
          `${kind}: ${word}`,
        );
    }
  });
});
