import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromPage, kept, toPage } from '../client/src/preview/said.ts';
import { newNonce, shell } from '../client/src/preview/shell.ts';

describe('preview: messages', () => {
  const anything = fc.anything({ withNullPrototype: true, withObjectString: true, maxDepth: 3 });
  const near = fc.record(
    {
      type: fc.oneof(fc.constantFrom('ready', 'view', 'open', 'show', 'trouble', 'cursor'), fc.string()),
      uri: anything,
      file: anything,
      view: anything,
      line: anything,
      views: anything,
      html: anything,
      title: anything,
      message: anything,
    },
    { requiredKeys: [] },
  );

  it('are a closed list: of 1,000 random objects only those are taken that are one of it', () => {
    fc.assert(
      fc.property(fc.oneof(anything, near), (value) => {
        const [there, back, state] = [fromPage(value), toPage(value), kept(value)];
        if (there !== undefined) assert.ok(['ready', 'view', 'open'].includes(there.type));
        if (there?.type === 'open') assert.ok(Number.isSafeInteger(there.file) && there.file >= 0 && Number.isSafeInteger(there.line) && there.line > 0);
        if (back !== undefined) assert.ok(['show', 'trouble', 'cursor'].includes(back.type));
        if (back?.type === 'show')
          assert.ok(typeof back.html === 'string' && back.views.every(({ id, title }) => typeof id === 'string' && typeof title === 'string'));
        if (state !== undefined) assert.ok(typeof state.uri === 'string' && Number.isFinite(state.scroll));
      }),
      { numRuns: 1000 },
    );
  });

  it('keep nothing but what they are made of', () => {
    assert.deepEqual(fromPage({ type: 'open', file: 1, line: 3, command: 'x' }), { type: 'open', file: 1, line: 3 });
    for (const line of [0, -1, 1.5, Number.NaN, Infinity, '3', null]) assert.equal(fromPage({ type: 'open', file: 1, line }), undefined);
    for (const file of [-1, 1.5, Number.NaN, 'file:///a', null]) assert.equal(fromPage({ type: 'open', file, line: 3 }), undefined);
    assert.equal(fromPage({ type: 'view', view: 'x'.repeat(50) }), undefined);
    assert.equal(fromPage({ type: 'command', command: 'x' }), undefined);
  });
});

describe('preview: page', () => {
  it('has the policy that lets in our own files and nothing else', () => {
    const nonce = newNonce();
    const html = shell('https://file.example', (file) => `https://file.example/"<${file}`, nonce);
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
    assert.equal(
      policy,
      `default-src 'none'; style-src https://file.example; img-src https://file.example; font-src https://file.example; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`,
    );
    assert.match(nonce, /^[\da-f]{32}$/);
    assert.notEqual(newNonce(), nonce);
    assert.equal((html.match(/<script/g) ?? []).length, 1);
    assert.match(html, /src="https:\/\/file.example\/&quot;&lt;preview.js"/);
  });
});
