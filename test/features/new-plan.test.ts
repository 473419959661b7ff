import assert from 'node:assert/strict';
import type { NewPlanParams } from '../../client/src/messages.ts';
import { newPlan, planChoices } from '../../server/src/features/new-plan.ts';
import { libraryFiles } from '../../server/src/host/library.ts';
import { speakLike } from '../../server/src/host/tongue.ts';
import { FIELDS, LEVELS } from '../../server/src/language/forms.ts';
import { Workspace } from '../../server/src/model/workspace.ts';
import { LANGUAGES } from '../../server/src/text/languages.ts';
import { speak } from '../../server/src/text/say.ts';
import { judged, TODAY } from './judged.ts';

const WISH: NewPlanParams = {
  level: 'local',
  name: 'Integration plan for Elvebyen',
  country: 'NO',
  period: '2027 to 2030',
  frameworks: [],
  fields: [...FIELDS],
};
const made = (wish: Partial<NewPlanParams>, texts: Readonly<Record<string, string>> = {}) => {
  const { workspace } = judged(texts);
  const plan = newPlan({ ...WISH, ...wish }, workspace, TODAY);
  const files = Object.fromEntries(plan.files.map(({ path, text }) => [`${plan.folder}/${path}`, text]));
  return { ...plan, judged: judged({ ...texts, ...files }), texts: files };
};

describe('a new plan', () => {
  after(() => speak('en', undefined));

  for (const locale of Object.keys(LANGUAGES))
    it(`has no mistake in its text in ${locale}, and the same names as in English`, () => {
      speak('en', undefined);
      const english = made({ level: 'local' });
      assert.ok(speakLike(locale));
      const { judged: now, texts } = made({ level: 'local' });
      speak('en', undefined);
      const mistakes = now.uris.flatMap(now.found).filter(({ rule, severity }) => /^(?:structure|names)\//.test(rule) && severity !== 'information');
      assert.deepEqual(
        mistakes.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
      const names = (made: typeof now) => [...made.workspace.scopes.list.flatMap(({ names }) => [...names.keys()])].sort();
      assert.deepEqual(names(now), names(english.judged));
      assert.notDeepEqual(texts, english.texts);
    });

  it('has no mistake in its text, whatever was chosen, and is one plan', () => {
    for (const level of LEVELS) {
      for (const choice of [{}, { fields: [] }, { name: '«2027» "Plan"\\', period: '2027-03 to 2030' }, { name: '計画', period: 'someday', country: '' }]) {
        const { judged: now } = made({ level, ...choice });
        const mistakes = now.uris.flatMap(now.found).filter(({ rule, severity }) => /^(?:structure|names)\//.test(rule) && severity !== 'information');
        assert.deepEqual(
          mistakes.map(({ rule, message }) => `${rule}: ${message}`),
          [],
        );
        assert.deepEqual(
          now.workspace.scopes.list.map(({ kind, files }) => [kind, files.length]),
          [['plan', now.uris.length]],
        );
      }
    }
  });

  it('asks what the checker asks for: nothing that it promises is found to be late', () => {
    const { judged: now } = made({});
    const errors = now.uris.flatMap(now.found).filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      errors.map(({ message }) => message),
      [],
    );
  });

  it('says what was chosen', () => {
    const library = Object.fromEntries(libraryFiles().map(({ uri, text }) => [uri.slice(uri.lastIndexOf('/') + 1), text]));
    const state = { ...library, 'state/plan.iplan': 'plan state "State" { level national; period 2020 to 2030 }\n' };
    const { folder, texts, judged: now } = made({ frameworks: ['zaragoza', 'osce-principles', 'not a name'], under: 'state' }, state);
    assert.equal(folder, 'integration-plan-for-elvebyen');
    const plan = now.workspace.scopes.byId.get('integration-plan-for-elvebyen');
    assert.deepEqual(
      plan?.frameworks.map(({ id }) => id),
      ['zaragoza', 'osce-principles'],
    );
    assert.deepEqual(
      plan?.ancestors.map(({ id }) => id),
      ['state'],
    );
    assert.match(texts[`${folder}/plan.iplan`] ?? '', /country NO\n {2}period 2027 to 2030\n/);
    assert.deepEqual(Object.keys(texts).filter((path) => path.includes('sectors/')).length, FIELDS.length);
  });

  it('takes no name that another plan has', () => {
    assert.equal(made({ name: 'State' }, { 'a/plan.iplan': 'plan state "S" { level national; period 2025 }\n' }).folder, 'state-2');
  });

  it('has examples in its notes that the language takes', () => {
    const { texts } = made({ fields: ['housing'] });
    const open = Object.fromEntries(
      Object.entries(texts).map(([path, text]) => [
        path,
        text.replace(/^( *)# ?(?=(?:goal|actor|partner|body|group|phase|responsibility|measure|target|indicator) |\}| {2,})/gm, '$1').replaceAll('…', 'office'),
      ]),
    );
    const { uris, found } = judged(open);
    const mistakes = uris.flatMap(found).filter(({ rule }) => rule.startsWith('structure/'));
    assert.deepEqual(
      mistakes.map(({ message }) => message),
      [],
    );
  });

  it('is offered the frameworks, with the country that a law is of, and the plans', () => {
    assert.deepEqual(planChoices(new Workspace()).frameworks, []);
    const library = Object.fromEntries(libraryFiles().map(({ uri, text }) => [uri.slice(uri.lastIndexOf('/') + 1), text]));
    const { frameworks, fields, plans } = planChoices(judged({ ...library, 'p.iplan': 'plan p "P" { level local; period 2025 }' }).workspace);
    assert.deepEqual(
      frameworks.find(({ id }) => id === 'no-2020-integration-act'),
      { id: 'no-2020-integration-act', title: 'Norway 2020: duties under the Integration Act', country: 'NO', level: 'local' },
    );
    assert.equal(frameworks.find(({ id }) => id === 'zaragoza')?.country, undefined);
    assert.deepEqual([...fields.map(({ word }) => word)].sort(), [...FIELDS].sort());
    assert.deepEqual(plans, [{ id: 'p', title: 'P', levels: ['local'] }]);
  });
});
