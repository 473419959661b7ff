import assert from 'node:assert/strict';
import { definition } from '../../server/src/features/definition.ts';
import { hover } from '../../server/src/features/hover.ts';
import { MARKDOWN, PLAIN, type Prose } from '../../server/src/features/prose.ts';
import { highlights, references } from '../../server/src/features/references.ts';
import { asked } from './caret.ts';

const PLAN = 'plan town "Town plan" { level local; period 2025 to 2028; under state }\nactor council "Town council" { type council }\n';
const STATE =
  '\n--- state/plan.iplan\nplan state "State plan" { level national; period 2020 to 2030 }\nmandate settle "Settle refugees" { to local; force must }\n';

function shown(source: string, prose: Prose = PLAIN): string {
  const { workspace, uri, position } = asked(`--- town/plan.iplan\n${PLAN}${source}${STATE}`);
  const contents = hover(workspace, uri, position, '2026-06-30', prose)?.contents;
  return contents === undefined ? '' : (contents as { value: string }).value;
}

describe('hover', () => {
  it('says what a sector holds and lacks', () => {
    const text = shown('sector ho|using "Housing" {\n  lead council\n  measure m "M" { lead council }\n  indicator i "I" { unit percent }\n}');
    assert.match(text, /^Housing "sector housing"/);
    assert.match(text, /lead: Town council/);
    assert.match(text, /No responsibilities, 1 measure, no targets, 1 indicator\./);
  });

  it('says how a target stands', () => {
    const text = shown(
      'target jo|bs "Jobs" { measured by work; at least 60% by 2028 }\nindicator work "In work" { unit percent; baseline 40% on 2024-12-31; value 41% on 2025-12-31; frequency yearly }',
    );
    assert.match(text, /At least 60% by 2028\. Off track\. Newest value: 41% on 2025-12-31\./);
  });

  it('says who fulfils a mandate, from where it is named', () => {
    const text = shown('responsibility settling "Settling" { accountable council; fulfils state.set|tle }');
    assert.match(text, /Settle refugees "mandate settle" {2}\nState plan/);
    assert.match(text, /Fulfilled by\n- responsibility Settling \(Town council\), Town plan/);
    assert.match(text, /Named in 1 place\./);
  });

  it('says what a statement and a kind are for', () => {
    assert.match(shown('measure m "M" { accoun|table council }'), /^accountable: The one who answers for it\./);
    assert.match(shown('mea|sure m "M" { lead council }'), /^measure: Something the plan does\./);
    assert.match(shown('waive accountability/no-acc|ountable until 2027'), /^accountability\/no-accountable: /);
    assert.equal(shown('measure m "M" { unheard| of }'), '');
  });

  it('lets no text of a plan become Markdown', () => {
    const text = shown('actor tric|ky "A <img src=x> [b](http://c) `d` *e*" { type post; about "![x](http://y) **z**" }', MARKDOWN);
    assert.doesNotMatch(text, /[^\\]<img|[^\\]\[b\]|[^\\]!\[|[^\\*]\*e/);
    assert.match(text, /\\\[b\\\]/);
  });
});

describe('definition and references', () => {
  it('lead from a qualified name to the plan or to what it declares', () => {
    const at = (source: string) => {
      const { workspace, uri, position } = asked(`--- town/plan.iplan\n${PLAN}${source}${STATE}`);
      return definition(workspace, uri, position).map(({ targetUri, targetSelectionRange: { start } }) => `${targetUri.slice(10)}:${start.line}`);
    };
    assert.deepEqual(at('measure m "M" { fulfils sta|te.settle }'), ['state/plan.iplan:0']);
    assert.deepEqual(at('measure m "M" { fulfils state.se|ttle }'), ['state/plan.iplan:1']);
    assert.deepEqual(at('measure m "M" { fulfils no|where }'), []);
  });

  it('know a sector that is opened twice as one', () => {
    const source = `--- town/plan.iplan\n${PLAN}sector ho|using "Housing" { lead council }\ngoal g "G" { sectors housing }\n--- town/more.iplan\nsector housing { field housing }\n`;
    const { workspace, uri, position } = asked(source);
    assert.equal(definition(workspace, uri, position).length, 2);
    assert.equal(references(workspace, uri, position, true).length, 3);
    assert.deepEqual(
      highlights(workspace, uri, position).map(({ kind }) => kind),
      [3, 2],
    );
  });

  it('find the names in the lines of a split value and in waivers', () => {
    const source = `--- town/plan.iplan\n${PLAN}group wo|men "Women" { priority high }\nindicator i "I" { value 40% on 2024 { women 41% } }\nwaive coverage/group-without-measure on women until 2027\n`;
    const { workspace, uri, position } = asked(source);
    assert.equal(references(workspace, uri, position, false).length, 2);
  });
});
