import assert from 'node:assert/strict';
import { defaultSettings } from '../../server/src/config/settings.ts';
import { after, isRefusal } from '../../server/src/features/edits.ts';
import { relocation } from '../../server/src/features/relocate.ts';
import { prepareRename, rename } from '../../server/src/features/rename.ts';
import { workspaceEdit } from '../../server/src/features/told.ts';
import { Linter } from '../../server/src/lint.ts';
import { uriOf, Workspace } from '../../server/src/model/workspace.ts';
import { asked } from './caret.ts';
import { edited, staysWhole, TODAY } from './edited.ts';
import { exampleWorkspaces } from './examples.ts';

const ANOTHER = 'quite-another-name';
const THOROUGH = defaultSettings(TODAY, 'thorough');
const STATE =
  '--- state/plan.iplan\nplan state "State" { level national; period 2020 to 2030; uses charter }\nactor agency "State agency" { type agency }\nmandate settle "Settle" { from agency; to local }\n';
const CHARTER = '--- charter.iplan\nframework charter "Charter" {\n  item equal "Equal access"\n}\n';
const TOWN = '--- town/plan.iplan\nplan town "Town" { level local; period 2025 to 2028; under state }\n';

function renamed(source: string, name: string) {
  const { workspace, uri, position } = asked(source);
  const edits = rename(workspace, uri, position, name, TODAY);
  if (isRefusal(edits)) return edits.refused;
  if (edits !== undefined) staysWhole(workspace, edits);
  return edits === undefined ? undefined : edited(workspace, edits);
}

describe('rename', () => {
  it('follows a name through plans, qualified names and waivers', () => {
    const source = `${STATE.replace('mandate settle', 'mandate set|tle')}${TOWN}measure m "M" { fulfils settle }\nmeasure n "N" { fulfils state.settle }\nwaive mandates/not-taken-up on settle until 2027\n`;
    const files = renamed(source, 'settle-refugees') as Record<string, string>;
    assert.match(files['state/plan.iplan'] as string, /mandate settle-refugees "Settle"/);
    assert.match(
      files['town/plan.iplan'] as string,
      /fulfils settle-refugees \}\n.*fulfils state\.settle-refugees \}\nwaive mandates\/not-taken-up on settle-refugees until/,
    );
  });

  it('follows plan and framework ids, from wherever they are named', () => {
    const source = `${STATE}${CHARTER}${TOWN}measure m "M" { fulfils st|ate.settle; covers charter.equal }\n`;
    const files = renamed(source, 'nation') as Record<string, string>;
    assert.match(files['state/plan.iplan'] as string, /^plan nation "State"/);
    assert.match(files['town/plan.iplan'] as string, /under nation \}\nmeasure m "M" \{ fulfils nation\.settle; covers charter\.equal/);
    const again = renamed(`${STATE}${CHARTER.replace('framework charter', 'framework char|ter')}${TOWN}measure m "M" { covers charter.equal }\n`, 'rights');
    assert.match((again as Record<string, string>)['state/plan.iplan'] as string, /uses rights/);
  });

  it('renames every part of a sector that is opened several times, and the groups that split a value', () => {
    const sector = renamed(
      `${TOWN}sector ho|using "Housing" { field housing }\ngoal g "G" { sectors housing }\n--- town/more.iplan\nsector housing { lead x }\nactor x "X" { type post }\n`,
      'homes',
    );
    assert.deepEqual(sector, {
      'town/plan.iplan':
        'plan town "Town" { level local; period 2025 to 2028; under state }\nsector homes "Housing" { field housing }\ngoal g "G" { sectors homes }\n',
      'town/more.iplan': 'sector homes { lead x }\nactor x "X" { type post }\n',
    });
    const group = renamed(`${TOWN}group wom|en "Women" { priority high }\nindicator i "I" { unit percent; value 40% on 2024 { women 41% } }\n`, 'all-women');
    assert.match((group as Record<string, string>)['town/plan.iplan'] as string, /\{ all-women 41% \}/);
  });

  it('renames the rows of a data file, and says that it does', () => {
    const { workspace, uri, position } = asked(`${TOWN}indicator jo|bs "Jobs" { unit percent; data "data.csv" }\n`);
    const data = new Map([['file:///w/town/data.csv', 'date,indicator,value\n2024,jobs,40\n2025,"jobs",41\n2025,other,1\n']]);
    const with_ = new Workspace(workspace.files, undefined, data);
    const edits = rename(with_, uri, position, 'in-work', TODAY);
    assert.ok(edits !== undefined && !isRefusal(edits));
    assert.equal(edited(with_, edits)['town/data.csv'], 'date,indicator,value\n2024,in-work,40\n2025,"in-work",41\n2025,other,1\n');
    const told = workspaceEdit(with_, edits, { documentChanges: true, creates: true, annotations: true });
    assert.deepEqual(Object.keys(told.changeAnnotations ?? {}), ['In data files']);
    assert.equal(told.documentChanges?.length, 2);
    const taken = new Workspace(workspace.files, undefined, new Map([['file:///w/town/data.csv', 'date,indicator,value\n2024,in-work,40\n']]));
    assert.deepEqual(rename(taken, uri, position, 'in-work', TODAY), {
      refused: 'data.csv already has rows of "in-work": they would be taken for values of this indicator.',
    });
  });

  it('renames a group in the rows of data files, also of plans below, and takes no rows of others', () => {
    const source = `${STATE}group wom|en "Women" { kind newcomers }\n${TOWN}indicator jobs "Jobs" { unit percent; data "data.csv" }\n`;
    const { workspace, uri, position } = asked(source);
    const rows = (text: string) => new Workspace(workspace.files, undefined, new Map([['file:///w/town/data.csv', `indicator;date;value;group\n${text}`]]));
    const given = rows('jobs;2024;40;women\njobs;2024;41;"women"\nwomen;2024;1;men\nother;2024;1;women\n');
    const edits = rename(given, uri, position, 'all-women', TODAY);
    assert.ok(edits !== undefined && !isRefusal(edits));
    assert.equal(
      edited(given, edits)['town/data.csv'],
      'indicator;date;value;group\njobs;2024;40;all-women\njobs;2024;41;"all-women"\nwomen;2024;1;men\nother;2024;1;women\n',
    );
    assert.ok(edits.edits.filter((edit) => edit.uri.endsWith('.csv')).every((edit) => edit.caution?.label === 'In data files'));
    assert.deepEqual(rename(rows('jobs;2024;40;men\n'), uri, position, 'men', TODAY), {
      refused: 'data.csv already has values of "men": they would be taken for those of group "Women".',
    });
  });

  it('marks what stands in other plans', () => {
    const { workspace, uri, position } = asked(`${STATE.replace('actor agency', 'actor age|ncy')}${TOWN}measure m "M" { lead agency }\n`);
    const edits = rename(workspace, uri, position, 'directorate', TODAY);
    assert.ok(edits !== undefined && !isRefusal(edits));
    const told = workspaceEdit(workspace, edits, { documentChanges: true, creates: true, annotations: true });
    assert.deepEqual(told.changeAnnotations?.['In Town'], {
      label: 'In Town',
      description: 'Another plan names it; look whether its owners know.',
      needsConfirmation: true,
    });
  });

  const refusals: readonly (readonly [string, string, string, RegExp])[] = [
    ['what is no name', `${TOWN}actor a|b "A" { type post }\n`, 'a b', /^"a b" cannot be a name/],
    ['a name that is taken', `${TOWN}actor a|b "A" { type post }\nfund c "C" { secured yes }\n`, 'c', /^The name "c" is taken: fund "C" has it\.$/],
    ['the id of another plan', `${STATE}${TOWN.replace('plan town', 'plan to|wn')}`, 'state', /^The name "state" is taken: plan "State" has it\.$/],
    ['to hide a name of a plan above', `${STATE}${TOWN}actor off|ice "Office" { type post }\n`, 'agency', /hides actor "State agency"/],
    [
      'to take the references of another',
      `${STATE}${TOWN}actor off|ice "Office" { type post }\nmeasure m "M" { lead agency }\n`,
      'agency',
      /^In the plan "Town", "agency" would mean actor "Office" instead of actor "State agency"/,
    ],
    [
      'to be caught by a name of a plan below',
      `${STATE.replace('actor agency', 'actor age|ncy')}${TOWN}measure m "M" { lead agency }\nactor council "Council" { type council }\n`,
      'council',
      /^In the plan "Town", "council" would mean actor "Council" instead of this/,
    ],
    [
      'a word that the language needs',
      `${TOWN.replace('plan town', 'plan to|wn')}--- budget/plan.iplan\nplan budget "Budget" { level local; period 2025; anchored in town }\n`,
      'financial',
      /^With the name "financial" the plan would be read differently/,
    ],
  ];
  for (const [what, source, name, says] of refusals) it(`refuses ${what}, in one sentence`, () => assert.match(renamed(source, name) as string, says));

  it('is not offered on texts, and names what stands under the caret', () => {
    const at = (source: string) => {
      const { workspace, uri, position } = asked(source);
      return prepareRename(workspace, uri, position);
    };
    assert.equal(at(`${TOWN}actor a "Ti|tle" { type post }\n`), undefined);
    assert.deepEqual(at(`${STATE}${TOWN}measure m "M" { fulfils state.se|ttle }\n`), {
      range: { start: { line: 1, character: 30 }, end: { line: 1, character: 36 } },
      placeholder: 'settle',
    });
    assert.ok(isRefusal(at(`${TOWN}sector "Hou|sing" { field housing }\n`)));
  });

  /** What is found in some files, a name and the one that it was changed to left out. */
  function found(workspace: Workspace, uris: readonly string[], id: string): readonly string[] {
    const linter = new Linter();
    const words = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${id}|${ANOTHER})(?![\\p{L}\\p{N}_-])`, 'gu');
    return uris
      .flatMap((uri) => linter.diagnose(workspace, uri, () => THOROUGH))
      .map(({ rule, severity, uri, range, message }) => `${uri}:${range.start.line} ${severity} ${rule}: ${message.replace(words, '*')}`)
      .sort();
  }

  it('keeps every plan of the examples whole, whatever is renamed: what is found stays the same but for the name', function () {
    this.timeout(600_000);
    const own = exampleWorkspaces(TODAY).flatMap((workspace) =>
      workspace.scopes.list
        .filter((scope) => !scope.files[0]?.library)
        .flatMap((scope) => scope.declarations.filter((d) => d.idToken !== undefined))
        .map((declaration) => ({ workspace, declaration })),
    );
    const every = Math.max(1, Math.floor(own.length / Math.max(20, Number(process.env.IPLAN_RUNS ?? 2000) / 50)));
    for (const { workspace, declaration } of own.filter((_, i) => i % every === 0)) {
      const uri = uriOf(declaration.node.chunk);
      const position = workspace.files.get(uri)?.tree.rangeIn(declaration.node.chunk, declaration.idToken!)?.start;
      const edits = rename(workspace, uri, position!, ANOTHER, TODAY);
      assert.ok(edits !== undefined && !isRefusal(edits), JSON.stringify(edits));
      const plans = [...new Set([uri, ...edits.edits.map((edit) => edit.uri)])].filter((one) => one.endsWith('.iplan'));
      assert.deepEqual(found(after(workspace, edits), plans, declaration.id), found(workspace, plans, declaration.id), `${declaration.kind} ${declaration.id}`);
    }
  });
});

describe('moving files', () => {
  const files = `${STATE}${TOWN}actor office "Office" { type post }\n--- town/work.iplan\nsector work "Work" {\n  lead office\n  indicator jobs "Jobs" { data "data/jobs.csv" }|\n}\n`;
  const moved = (source: string, ...moves: readonly (readonly [string, string])[]) => {
    const { workspace } = asked(source);
    const data = new Map([['file:///w/town/data/jobs.csv', 'indicator,date,value\njobs,2024,40\n']]);
    const given = new Workspace(workspace.files, undefined, data);
    const { warnings, ...edits } = relocation(
      given,
      moves.map(([from, to]) => ({ from: `file:///w/${from}`, to: `file:///w/${to}` })),
    );
    return { files: edited(given, edits), warnings };
  };

  it('keeps the paths of data files', () => {
    const path_ = (...moves: readonly (readonly [string, string])[]) => /data "(.*)"/.exec(moved(files, ...moves).files['town/work.iplan'] ?? '')?.[1];
    assert.equal(path_(['town/work.iplan', 'town/sectors/work.iplan']), '../data/jobs.csv');
    assert.equal(path_(['town/data', 'town/figures']), 'figures/jobs.csv');
    assert.equal(path_(['town/data/jobs.csv', 'town/data/in work.csv']), 'data/in work.csv');
    assert.equal(path_(['town', 'archive/town']), undefined, 'both move');
  });

  it('says the plan where a name would lead elsewhere, and tells what loses its plan', () => {
    const city = `${files}--- city/plan.iplan\nplan city "City" { level local; period 2025 }\nactor office "City office" { type post }\n`;
    const there = moved(city, ['town/work.iplan', 'city/work.iplan']);
    assert.match(there.files['town/work.iplan'] as string, /lead town\.office/);
    assert.deepEqual(there.warnings, ['work.iplan would then belong to the plan "City" instead of "Town".']);
    const head = moved(files, ['town/plan.iplan', 'plans/town/plan.iplan']);
    assert.match(head.warnings.join(' '), /^work\.iplan would then belong to no plan: a folder is a plan, so move the whole folder of "Town"\./);
    assert.deepEqual(moved(files, ['town', 'towns/town']), { files: {}, warnings: [] });
  });
});
