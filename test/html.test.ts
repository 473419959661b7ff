import assert from 'node:assert/strict';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { sampleOf } from '../server/src/language/sample.ts';
import { quote } from '../server/src/language/token.ts';
import { type KINDS, kindRow } from '../server/src/language/vocabulary.ts';
import type { Scope } from '../server/src/model/scope.ts';
import { parseFile, Workspace } from '../server/src/model/workspace.ts';
import { h } from '../server/src/reports/html/element.ts';
import { markdown } from '../server/src/reports/html/markdown.ts';
import { page } from '../server/src/reports/html/page.ts';
import { preview } from '../server/src/reports/html/preview.ts';
import { VIEWS, viewOf } from '../server/src/reports/html/views.ts';
import { mermaid } from '../server/src/reports/mermaid.ts';
import { svg } from '../server/src/reports/svg.ts';
import type { Seen } from '../server/src/views/view.ts';
import { PAYLOADS } from './views/payloads.ts';
import { elvebyen, seenOf, shown, workspaceAt } from './views/seen.ts';
import { outline, wellFormed } from './views/xml.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** Every element of a page, as a browser would read it. */
function elementsOf(html: string, whole = false): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
    if ('content' in node) visit((node as DefaultTreeAdapterTypes.Template).content);
  };
  visit(whole ? parse(html) : parseFragment(html));
  return found;
}

/** What an element is, apart from what it says. */
const shapeOf = ({ tagName, attrs }: Element): string =>
  `${tagName} ${attrs
    .map(({ name }) => name)
    .sort()
    .join(' ')}`;

const FORBIDDEN = /^(?:script|iframe|object|embed|img|image|link|base|form|input|button|video|audio|template|foreignobject|animate|set|use)$/i;
const harmful = ({ tagName, attrs }: Element): boolean =>
  FORBIDDEN.test(tagName) ||
  attrs.some(
    ({ name, value }) => /^on|^(?:style|src|srcdoc|srcset|action|formaction|background|ping)$/i.test(name) || (/href$/i.test(name) && !value.startsWith('#')),
  );

const whole = (seen: Seen) => ({ ...seen, shown, version: '0.0.0' });
const plans = (folder: string): readonly Seen[] => {
  const workspace = workspaceAt(folder);
  return workspace.scopes.list.filter((scope) => scope.kind === 'plan').map((plan) => seenOf(plan, workspace));
};

describe('html', () => {
  it('of every example is well formed, whole, and asks nobody for anything', async () => {
    for (const seen of [...plans('examples'), ...plans('test/views/plans')]) {
      const html = await page(whole(seen));
      wellFormed(html.replace('<!DOCTYPE html>', ''));
      const elements = elementsOf(html, true);
      assert.deepEqual(elements.filter(harmful).map(shapeOf), [], seen.scope.id);
      const ids = elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'id').map(({ value }) => value));
      assert.equal(new Set(ids).size, ids.length, `${seen.scope.id} has an id twice`);
      for (const { id } of VIEWS) assert.ok(ids.includes(`view-${id}`), id);
    }
  });

  it('is the same for the same plan and day', async () => {
    const seen = elvebyen();
    assert.equal(await page(whole(seen)), await page(whole(seen)));
  });

  it('allows its own style by its hash, and nothing else', async () => {
    const html = await page(whole(elvebyen()));
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    assert.match(policy.replaceAll('&apos;', "'"), /^default-src 'none'; style-src 'sha256-[\w+/]+=*'; base-uri 'none'; form-action 'none'$/);
    assert.doesNotMatch(policy, /unsafe|https?:|data:/);
  });

  it('has a table or an outline for every picture, headings in order, and a way back to every line', async () => {
    const html = await page(whole(elvebyen()));
    const elements = elementsOf(html, true);
    for (const table of elements.filter(({ tagName }) => tagName === 'table'))
      assert.ok(table.childNodes.some((child) => 'tagName' in child && child.tagName === 'caption'));
    let last = 0;
    for (const level of elements.flatMap(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1] ?? []).map(Number)) {
      assert.ok(level <= last + 1, `a heading of level ${level} after one of level ${last}`);
      last = level;
    }
    const led = elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'data-file').map(({ value }) => value));
    assert.deepEqual([...new Set(led)].filter((uri) => uri.startsWith('test/')).sort(), [
      'test/views/plans/elvebyen/plan.iplan',
      'test/views/plans/elvebyen/sectors.iplan',
      'test/views/plans/land/plan.iplan',
    ]);
  });

  it('is built of elements that cannot carry a handler, a style or a link outside', () => {
    for (const name of ['onclick', 'OnLoad', 'style', 'src', 'x y', '']) assert.throws(() => h('p', { [name]: 'x' }));
    for (const href of ['javascript:alert(1)', 'https://example.org', '//example.org', ' #x', 'command:x']) assert.throws(() => h('a', { href }));
    assert.equal(h('p', { title: '"><script>' }, '</p><script>').text, '<p title="&quot;&gt;&lt;script&gt;">&lt;/p&gt;&lt;script&gt;</p>');
  });
});

describe('html: long texts', () => {
  const html = (text: string) => markdown(text).text;

  it('are Markdown', () =>
    assert.match(html('**a** and\n\n- b\n- c\n\n| x | y |\n|--:|---|\n| 1 | 2 |'), /<strong>a<\/strong>[\s\S]*<ul>[\s\S]*<table>[\s\S]*<td>1<\/td>/));
  it('show HTML instead of obeying it', () => assert.match(html('<b onclick=x>a</b>'), /&lt;b onclick=x&gt;a&lt;\/b&gt;/));
  it('say the address of a link, and lead nowhere', () =>
    assert.equal(
      html('[case](https://town.example/1)'),
      '<div class="long"><p><span class="link">case</span> <span class="address">(https://town.example/1)</span></p>\n</div>',
    ));
  it('have headings below those of the page', () => assert.match(html('# One\n\n#### Four'), /<h4>One<\/h4>[\s\S]*<h6>Four<\/h6>/));
});

describe('html: hostile plans', () => {
  /** A plan with a text wherever the language takes one; the words of the texts are asked for one by one. */
  function planWith(next: () => string): Seen {
    const text = (words: string) => words.replace(/"(?:TODO|…)"/g, () => quote(next()));
    const statements = (kind: (typeof KINDS)[number]) =>
      Object.entries(kindRow(kind).rows).flatMap(([word, row]) => {
        const sample = sampleOf(row.shape);
        const asText = ['deputy', 'chair', 'members', 'under', 'implements', 'anchored in', 'funding', 'standard'].includes(word) ? '"TODO"' : sample;
        return asText?.includes('"') === true ? [`${word} ${text(asText)}`] : [];
      });
    const long = () =>
      `about """\n    ${next()
        .replaceAll('"""', "'''")
        .replace(/[\r\n]+/g, '\n    ')}\n    """`;
    const given: Record<string, string> = {
      plan: 'level local; period 2025 to 2028; currency NOK; review yearly',
      measure: 'lead office; with helpers; for people; in arrival; budget 100 NOK from money; serves better; period 2025 to 2027; deadline 2026-03',
      responsibility: 'accountable office; responsible helpers; consulted council; fulfils duty',
      target: 'measured by share; at least 60% by 2027; for people',
      indicator: 'unit percent; baseline 40% on 2023; value 50% on 2025 { people 40%; men 55% }; frequency yearly',
      fund: 'from office; to helpers; amount 100 NOK per year; period 2025 to 2026',
      mandate: 'from office; to local, helpers',
      body: 'kind migrant-council; involved in design',
      partner: 'type ngo; role informal; works with office',
      actor: 'type department',
      group: 'size 20 persons',
      sector: 'field housing; groups people',
    };
    const ids: Record<string, string> = {
      plan: 'town',
      actor: 'office',
      partner: 'helpers',
      body: 'council',
      group: 'people',
      phase: 'arrival',
      fund: 'money',
      target: 'better',
      indicator: 'share',
      mandate: 'duty',
    };
    const declared = (kind: (typeof KINDS)[number], more = ''): string =>
      `${kind} ${ids[kind] ?? `the-${kind}`} ${quote(next())} {\n${[given[kind] ?? '', ...statements(kind).filter((one) => !one.startsWith('about')), long(), more].filter(Boolean).join('\n')}\n}`;
    const agreement = () => `agreement paper ${quote(next())} {\nkind contract; period 2025 to 2026\n${statements('agreement').join('\n')}\n}`;
    const inSector = () => (['responsibility', 'measure', 'goal', 'target', 'indicator'] as const).map((kind) => declared(kind)).join('\n');
    const waiver = `waive coverage/no-employer until 2027-06\n  approved by council\n  because ${quote(next())}`;
    const top = (['plan', 'actor', 'body', 'consultation', 'group', 'phase', 'fund', 'mandate'] as const).map((kind) => declared(kind));
    const source = [...top, declared('partner', agreement()), declared('sector', inSector()), waiver].join('\n\n');
    const uri = 'file:///town/plan.iplan';
    const workspace = new Workspace(new Map([[uri, parseFile(uri, source)]]));
    return seenOf(workspace.scopeOf(uri) as Scope, workspace);
  }

  const drawn = (seen: Seen, live: boolean, file: string): string => VIEWS.map((view) => viewOf(view, { seen, live, shown: () => file }).text).join('');
  let slots = 0;
  const twin = planWith(() => `Harmless words ${++slots}`);
  const shapes = new Set([true, false].flatMap((live) => elementsOf(drawn(twin, live, 'plan.iplan')).map(shapeOf)));
  // What Markdown makes of a long text, and nothing more.
  for (const tag of [
    'p',
    'strong',
    'em',
    's',
    'ul',
    'ol',
    'li',
    'h4',
    'h5',
    'h6',
    'pre',
    'code',
    'blockquote',
    'br',
    'hr',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ])
    shapes.add(`${tag} `);
  for (const shape of ['span class', 'div class']) shapes.add(shape);

  it('has a text in many places', () => {
    assert.ok(slots > 100, `${slots} texts`);
    assert.ok(PAYLOADS.length >= 200 && new Set(PAYLOADS).size === PAYLOADS.length, `${PAYLOADS.length} payloads`);
    assert.deepEqual(
      twin.problems.filter(({ rule }) => rule.startsWith('structure/') && rule !== 'structure/required-missing').map(({ message }) => message),
      [],
    );
  });

  it('gives nothing but words: 200 payloads in every text', () => {
    const runs = process.env['IPLAN_RUNS'] === undefined ? PAYLOADS.length : Math.min(PAYLOADS.length, Number(process.env['IPLAN_RUNS']));
    for (let run = 0; run < runs; run++) {
      let slot = 0;
      const seen = planWith(() => PAYLOADS[(run + slot++) % PAYLOADS.length] as string);
      const html = drawn(seen, run % 2 === 0, PAYLOADS[run % PAYLOADS.length] as string);
      const elements = elementsOf(html);
      const told = () => `run ${run}: ${JSON.stringify(PAYLOADS[run % PAYLOADS.length])}`;
      assert.deepEqual(elements.filter(harmful).map(shapeOf), [], told());
      assert.deepEqual(
        [...new Set(elements.map(shapeOf))].filter((shape) => !shapes.has(shape)),
        [],
        told(),
      );
      wellFormed(html);
    }
  }).timeout(240_000);

  it('stays a picture and a diagram: 200 payloads in every text', () => {
    const breaking = '"]\nend --> x["<script>alert(1)</script> #quot; `a` & %% click n1 href "javascript:x"';
    const payloads = [breaking, ...PAYLOADS];
    for (let run = 0; run < (process.env['IPLAN_RUNS'] === undefined ? payloads.length : 40); run++) {
      let slot = 0;
      const seen = planWith(() => payloads[(run + slot++) % payloads.length] as string);
      const picture = svg(whole(seen)).replace(/^<\?xml[^>]*>/, '');
      wellFormed(picture);
      assert.deepEqual(elementsOf(picture).filter(harmful).map(shapeOf), [], `run ${run}`);
      for (const line of mermaid(seen).trim().split('\n'))
        assert.match(
          line,
          /^(?:flowchart TB| {2}subgraph \w+\["[\w ]+"\]| {2}end| {4}n\d+(?:\[|\(\[|\[\/|\[\[)"[^"[\](){}<>`&]*"(?:\]|\]\)|\/\]|\]\])| {2}n\d+ -\.?->\|"[\w, ]+"\| n\d+)$/,
        );
    }
  }).timeout(240_000);

  it('stays one page with one head, and a preview with one title', async () => {
    for (const payload of PAYLOADS) {
      const uri = 'file:///town/plan.iplan';
      const workspace = new Workspace(new Map([[uri, parseFile(uri, `plan town ${quote(payload)} { level local; vision ${quote(payload)} }\n`)]]));
      const seen = { ...whole(seenOf(workspace.scopeOf(uri) as Scope, workspace)), shown: () => payload };
      const elements = elementsOf(await page(seen), true);
      const own = elements.filter((one) => harmful(one) && one.tagName !== 'html');
      assert.deepEqual(own.map(shapeOf), [], payload);
      for (const tag of ['head', 'title', 'style', 'h1', 'main']) assert.equal(elements.filter(({ tagName }) => tagName === tag).length, 1, payload);
      assert.deepEqual(elementsOf(preview(seen, 'overview').html).filter(harmful).map(shapeOf), [], payload);
    }
  });
});

describe('html: pictures', () => {
  it('of the network stand alone, in plain colours', () => {
    const picture = svg(whole(elvebyen()));
    assert.doesNotMatch(picture, /var\(/);
    assert.ok(outline(picture.replace(/^<\?xml[^>]*>/, '')).some((tag) => tag === 'text'));
  });
  it('are written as Mermaid too', () => {
    const lines = mermaid(elvebyen()).split('\n');
    assert.equal(lines[0], 'flowchart TB');
    assert.ok(lines.includes('  subgraph partners["Partners"]'));
    assert.ok(
      lines.some((line) => line.endsWith('["Red Cross Elvebyen"]')),
      lines.join('\n'),
    );
  });
});
