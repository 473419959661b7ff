import assert from 'node:assert/strict';
import { defaultSettings } from '../../server/src/config/settings.ts';
import type { Action } from '../../server/src/features/actions/action.ts';
import { actions } from '../../server/src/features/actions.ts';
import { after } from '../../server/src/features/edits.ts';
import { Linter } from '../../server/src/lint.ts';
import { readTree } from '../../server/src/model/read.ts';
import { Workspace } from '../../server/src/model/workspace.ts';
import { asked } from './caret.ts';
import { edited, staysWhole, TODAY } from './edited.ts';

const PLAN = '--- town/plan.iplan\nplan town "Town" { level local; period 2025 to 2028 }\nactor office "Housing office" { type department }\n';

/** The actions at the caret, or over what stands between two carets. */
function offered(source: string, only?: readonly string[], data?: ReadonlyMap<string, string>) {
  const caret = source.includes('¦') ? '¦' : '|';
  const second = source.indexOf(caret, source.indexOf(caret) + 1);
  const given = second < 0 ? source : source.slice(0, second) + source.slice(second + 1);
  const { workspace: plain, uri, position } = asked(given, caret);
  const workspace = data === undefined ? plain : new Workspace(plain.files, undefined, data);
  const { tree } = workspace.files.get(uri)!;
  const length = second < 0 ? 0 : second - source.indexOf(caret) - 1;
  const range = { start: position, end: tree.positionAt(tree.offsetAt(position) + length) };
  const settings = defaultSettings(TODAY, 'thorough');
  const found = new Linter().diagnose(workspace, uri, () => settings);
  return { workspace, list: actions({ workspace, uri, range, found, today: TODAY, creates: true }, only) };
}

function done(source: string, title: string | RegExp, only?: readonly string[], data?: ReadonlyMap<string, string>): Record<string, string> {
  const { workspace, list } = offered(source, only, data);
  const action = list.find((one: Action) => (typeof title === 'string' ? one.title === title : title.test(one.title)));
  assert.ok(action !== undefined, `${title} among\n${list.map((one) => one.title).join('\n')}`);
  return edited(workspace, action.edits());
}

/** The letters and digits of a text, which no refactoring may lose. */
const words = (text: string): string[] => (text.match(/[\p{L}\p{N}]+/gu) ?? []).sort();

describe('actions on a whole file', () => {
  it('mend every finding of one kind, declaring each name once', () => {
    const source = `${PLAN}measure a "A" { lead trust| }\nmeasure b "B" { lead trust }\nmeasure c "C" { lead school }\n`;
    const text = done(source, 'Mend all 3 findings of names/unknown-name in this file')['town/plan.iplan'] as string;
    assert.equal(text.match(/^actor trust /gm)?.length, 1);
    assert.equal(text.match(/^actor school /gm)?.length, 1);
  });

  it('mend what is safe when asked, and only then', () => {
    const source = `${PLAN}actor "Town library" { type library|\nmeasure a "A" { lead office; status ongoing; status ongoing }\n`;
    assert.ok(!offered(source).list.some((one) => one.kind.startsWith('source')));
    const text = done(source, 'Mend everything that is safe to mend', ['source.fixAll'])['town/plan.iplan'] as string;
    assert.match(text, /^actor town-library "Town library" \{ type library\n\}$/m);
    assert.equal(text.match(/status ongoing/g)?.length, 1);
    assert.deepEqual(offered(text.replace('Town library', 'Town |library').replace(/^/, '--- town/plan.iplan\n'), ['source.fixAll.iplan']).list, []);
  });

  it('bring stray values into the order of their dates, comments with them', () => {
    const source = `${PLAN}indicator i "I" {\n  unit percent\n  # newest\n  value 3% on 2025 { women 1%; men 5% }\n  owner office|\n  value 1% on 2023 # first\n  value 2% on 2024\n}\n`;
    const text = done(source, /order of their dates/, ['source'])['town/plan.iplan'] as string;
    assert.ok(
      text.endsWith('  unit percent\n  value 1% on 2023 # first\n  value 2% on 2024\n  # newest\n  value 3% on 2025 { women 1%; men 5% }\n  owner office\n}\n'),
      text,
    );
    assert.deepEqual(offered(`--- town/plan.iplan\n${text.replace('owner', '|owner')}`, ['source']).list, []);
    const inline = done(`${PLAN}indicator i "I" { unit percent; value 2% on 2024; | value 1% on 2023 }\n`, /order of their dates/, ['source']);
    assert.match(inline['town/plan.iplan'] as string, /unit percent; value 1% on 2023; {2}value 2% on 2024 \}/);
  });
});

describe('refactorings', () => {
  const SECTORS = `${PLAN}\n# Who has a home\nsector housing "Hou|sing" {\n  lead office\n  # A course\n  measure course "Course" {\n    lead office\n  }\n}\n\ngoal g "G" { sectors housing }\n--- town/more.iplan\nsector work "Work" { field work }\n`;

  it('move a declaration with its comment to another file of the plan', () => {
    const { workspace, list } = offered(SECTORS);
    const action = list.find((one) => one.title === 'Move sector "Housing" to more.iplan')!;
    const files = edited(workspace, action.edits());
    staysWhole(workspace, action.edits()!);
    assert.match(files['town/more.iplan'] as string, /^sector work .*\n\n# Who has a home\nsector housing "Housing" \{\n {2}lead office\n[\s\S]*\}\n$/);
    assert.doesNotMatch(files['town/plan.iplan'] as string, /home|Housing"/);
  });

  it('open the sector of what they move in the other file', () => {
    const source = SECTORS.replace('Hou|sing', 'Housing').replace('measure course', 'measure cou|rse');
    const files = done(source, 'Move measure "Course" to more.iplan');
    assert.match(files['town/more.iplan'] as string, /\nsector housing \{\n {2}# A course\n {2}measure course "Course" \{\n {4}lead office\n {2}\}\n\}\n$/);
    const open = done(`${source}sector housing {\n  field housing\n}\n`, 'Move measure "Course" to more.iplan')['town/more.iplan'] as string;
    assert.match(open, /sector housing \{\n {2}field housing\n\n {2}# A course\n {2}measure course "Course" \{\n {4}lead office\n {2}\}\n\}\n$/);
  });

  it('give a sector a file of its own, and keep the paths of its data', () => {
    const source = `${PLAN}sector hous|ing "Housing" {\n  indicator i "I" { data "data/i.csv" }\n}\n`;
    assert.deepEqual(
      done(source, 'Move sector "Housing" to a file of its own, housing.iplan')['town/housing.iplan'],
      'sector housing "Housing" {\n  indicator i "I" { data "data/i.csv" }\n}\n',
    );
    const other = `${source}--- town/sectors/work.iplan\nsector work "Work" { field work }\n`;
    const data = new Map([['file:///w/town/data/i.csv', 'indicator,date,value\n']]);
    assert.match(done(other, 'Move sector "Housing" to sectors/work.iplan', undefined, data)['town/sectors/work.iplan'] as string, /data "\.\.\/data\/i\.csv"/);
  });

  it('make a partner or an actor of a text, wherever it stands', () => {
    const source = `${PLAN}body board "Board" { kind steering; members office, "Red Cro|ss \\"Town\\"" }\nbody net "Net" { kind coordination; members "Red Cross \\"Town\\"" }\n`;
    const { workspace, list } = offered(source);
    const action = list.find((one) => one.title === 'Make a partner of "Red Cross "Town""')!;
    staysWhole(workspace, action.edits()!);
    const text = edited(workspace, action.edits())['town/plan.iplan'] as string;
    assert.match(
      text,
      /members office, red-cross-town \}\n.*members red-cross-town \}\n\npartner red-cross-town "Red Cross \\"Town\\"" \{\n {2}type other\n\}\n$/,
    );
    assert.ok(offered(`${PLAN}actor a "A" { type post; deputy "He|ad" }\n`).list.some((one) => one.title === 'Make an actor of "Head"'));
    assert.ok(!offered(`${PLAN}actor a "A" { type post; about "He|ad" }\n`).list.some((one) => one.title.startsWith('Make')));
  });

  const pastes: (readonly [string, string, RegExp])[] = [
    [
      'a bullet list with sub-items and ticks',
      '## Our measures\n- **Language café** at the library\n  - [x] Agree the programme\n  - [ ] Find volunteers\n- [x] Job fair\n  that goes on\n',
      /^# Our measures\nmeasure language-café-at-the-library "Language café at the library" \{\n {2}step "Agree the programme" completed\n {2}step "Find volunteers" planned\n\}\nmeasure job-fair-that-goes-on "Job fair that goes on" \{\n {2}status completed\n\}/m,
    ],
    ['bullets as Word writes them', '•\tOne "quoted" thing\no\tA part of it\n•\tTwo\n', /measure one-quoted-thing "One \\"quoted\\" thing"/],
    [
      'a table with a header',
      'Measure\tLead\tPartners\tBy when\tIndicator\tBudget\tStatus\tRemark\nTenancy course\tHousing office\tRed Cross, Caritas\t31.12.2027\tShare of tenancies kept\t150 000 NOK\tIn progress\tSee annex 2\nCafé\tSchool board\t\tsoon\t\t"lots, of it"\tmaybe\t\n',
      /measure tenancy-course "Tenancy course" \{\n {2}about "See annex 2"\n {2}lead office\n {2}with red-cross, caritas\n {2}deadline by 2027-12-31\n {2}budget 150000 NOK\n {2}status ongoing\n\}\nindicator share-of-tenancies-kept "Share of tenancies kept"\nmeasure café "Café" \{\n {2}about "By when: soon\. Budget: lots, of it\. Status: maybe"\n {2}lead school-board\n\}/,
    ],
    ['a table without a header', 'First thing\tWe do this\nSecond thing\tWe do that\n', /measure first-thing "First thing" \{\n {2}about "We do this"\n\}/],
    ['a table of Markdown', '| Action | Responsible |\n|---|---|\n| Café | Housing office |\n', /measure café "Café" \{\n {2}lead office\n\}/],
    [
      'cells of several lines, as Excel quotes them',
      'Action\tNotes\n"Café\nin town"\t"line one\nline ""two"""\n',
      /measure café-in-town "Café in town" \{\n {2}about "line one line \\"two\\""/,
    ],
  ];
  pastes.push(
    [
      'a Norwegian table',
      'Tiltak\tAnsvarlig\tSamarbeidspartnere\tFrist\tBudsjett\tStatus\tMerknad\nBokurs\tHousing office\tRøde Kors\tinnen 31.12.2027\t150 000 kr\tPågår\tSe vedlegg\nKafé\tSkolen\t\tløpende\t\tPlanlagt\t\n',
      /measure bokurs "Bokurs" \{\n {2}about "Se vedlegg"\n {2}lead office\n {2}with røde-kors\n {2}deadline by 2027-12-31\n {2}budget 150000 NOK\n {2}status ongoing\n\}\nmeasure kafé "Kafé" \{\n {2}lead skolen\n {2}deadline ongoing\n {2}status planned\n\}/,
    ],
    [
      'a German table with what is not known yet',
      'Maßnahme\tZuständig\tFrist\tKosten (T€)\nSprachcafé\tHousing office\tQ4 2026\t20\nSprachkurs\tSchule\tTBC\t30\n',
      /measure sprachcafé "Sprachcafé" \{\n {2}lead office\n {2}deadline by 2026-Q4\n {2}budget 20 thousand EUR\n\}\nmeasure sprachkurs "Sprachkurs" \{\n {2}lead schule\n {2}deadline tbd\n {2}budget 30 thousand EUR\n\}/,
    ],
  );

  for (const [what, pasted, expected] of pastes) {
    for (const [where, open, close] of [
      ['at the top', '', 'goal g "G"\n'],
      ['in a sector', 'sector housing "Housing" {\n  lead office\n', '  goal g "G"\n}\n'],
      ['at the end', '', ''],
    ] as const) {
      it(`make measures of ${what}, ${where}`, () => {
        const { workspace, list } = offered(`${PLAN}${open}¦${pasted}¦${close}`);
        const action = list.find((one) => /^Make .*measures? of the selected/.test(one.title));
        assert.ok(action !== undefined, list.map((one) => one.title).join('\n'));
        const then = after(workspace, action.edits()!);
        const { tree } = then.files.get('file:///w/town/plan.iplan')!;
        assert.deepEqual(
          readTree(tree).flatMap((reading) => reading.problems.map((problem) => problem.message)),
          [],
          tree.text,
        );
        const flat = where === 'in a sector' ? tree.text.replace(/^ {2}/gm, '') : tree.text;
        assert.match(flat, expected);
        const kept = new Set(words(tree.text));
        const known =
          /^(?:Measure|Lead|Partners|Indicator|Action|Responsible|In|progress|31|150|000|Notes|Remark|x|o|Tiltak|Ansvarlig|Samarbeidspartnere|Frist|Budsjett|Status|Merknad|innen|løpende|kr|Pågår|Planlagt|Maßnahme|Zuständig|Kosten|T|Q4|TBC)$/;
        assert.deepEqual(
          words(pasted).filter((word) => !kept.has(word) && !known.test(word)),
          [],
        );
        assert.ok(close === '' || tree.text.includes('goal g "G"'));
      });
    }
  }

  it('make indicators and targets of a table that says what is measured, in its language', () => {
    const table =
      'Indikator\tUtgangspunkt 2024\tMåltall 2028\tEnhet\tDatakilde\nAndel i arbeid\t55 %\t65 %\tprosent\tSSB register\nDeltakere\t120\t200\tpersoner\tRegister\n';
    for (const [open, close] of [
      ['', ''],
      ['sector housing "Housing" {\n  lead office\n', '}\n'],
    ] as const) {
      const { workspace, list } = offered(`${PLAN}${open}¦${table}¦${close}`);
      const action = list.find((one) => one.title === 'Make 2 indicators of the selected table');
      assert.ok(action !== undefined, list.map((one) => one.title).join('\n'));
      const { tree } = after(workspace, action.edits()!).files.get('file:///w/town/plan.iplan')!;
      assert.deepEqual(
        readTree(tree).flatMap((reading) => reading.problems.map((problem) => problem.message)),
        [],
        tree.text,
      );
      const flat = open === '' ? tree.text : tree.text.replace(/^ {2}/gm, '');
      assert.match(flat, /indicator andel-i-arbeid "Andel i arbeid" \{\n {2}unit percent\n {2}baseline 55% on 2024/);
      assert.match(
        flat,
        /target andel-i-arbeid-target "Andel i arbeid" \{\n {2}measured by andel-i-arbeid\n(?: {2}# Guessed: .*\n)? {2}at least 65% by 2028\n\}/,
      );
    }
  });

  it('make nothing of what is a plan already, or stands in a measure', () => {
    const none = (source: string) => assert.ok(!offered(source).list.some((one) => /of the selected/.test(one.title)), source);
    none(`${PLAN}|measure a "A" { lead office }\n|`);
    none(`${PLAN}measure a "A" {\n|- one\n- two\n|}\n`);
    none(`${PLAN}||`);
  });
});
