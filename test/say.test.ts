import { strict as assert } from 'node:assert';
import { keyOf, say, speak, told } from '../server/src/text/say.ts';

describe('say', () => {
  afterEach(() => speak('en', undefined));

  it('says what is written where no language is chosen', () => {
    assert.equal(say`Plan "${'Town'}" has ${3} sectors.`, 'Plan "Town" has 3 sectors.');
    assert.equal(told('Sectors'), 'Sectors');
  });

  it('says it in the order of the language that is chosen, and in English what that language lacks', () => {
    speak('nb', { '{0} of {1} sectors': 'av {1} sektorer: {0}', Sectors: 'Sektorer' });
    assert.equal(say`${2} of ${3} sectors`, 'av 3 sektorer: 2');
    assert.equal(told('Sectors'), 'Sektorer');
    assert.equal(say`${2} plans`, '2 plans');
  });

  it('takes nothing that is put in for a gap', () => {
    speak('nb', { '{0} and {1}': '{0} og {1}' });
    assert.equal(say`${'{1}'} and ${'b'}`, '{1} og b');
  });

  it('names a text by its words and its gaps', () => {
    assert.equal(keyOf(['', ' of ', '']), '{0} of {1}');
    assert.equal(keyOf(['Sectors']), 'Sectors');
  });
});
