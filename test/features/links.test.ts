import assert from 'node:assert/strict';
import { documentLinks } from '../../server/src/features/links.ts';
import { asked } from './caret.ts';

describe('links', () => {
  const links = (source: string) => {
    const { workspace, uri } = asked(`|${source}`);
    const lines = source.split('\n');
    return documentLinks(workspace, uri).map(({ range: { start, end }, target }) => [lines[start.line]?.slice(start.character, end.character), target]);
  };

  it('lead to the addresses in texts and comments', () =>
    assert.deepEqual(
      links('# See https://a.example/x_(y).\nactor a "A" {\n  source "Report (https://b.example/p?q=1#r), page 2"\n  type ngo\n}\n'),
      [
        ['https://b.example/p?q=1#r', 'https://b.example/p?q=1#r'],
        ['https://a.example/x_(y)', 'https://a.example/x_(y)'],
      ].sort((x, y) => (x[0] === 'https://a.example/x_(y)' ? -1 : y[0] === 'https://a.example/x_(y)' ? 1 : 0)),
    ));

  it('lead to data files beside the plan, and to no others', () => {
    assert.deepEqual(links('indicator i "I" {\n  data "data/values.csv"\n}\n'), [['data/values.csv', 'file:///w/data/values.csv']]);
    assert.deepEqual(links('indicator i "I" {\n  data "../../etc/passwd.csv"\n}\nactor b "javascript:alert(1) file:///etc/passwd"\n'), []);
  });
});
