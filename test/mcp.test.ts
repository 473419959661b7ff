import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { Desk } from '../server/src/cli/mcp/desk.ts';
import { speak } from '../server/src/cli/mcp/protocol.ts';
import { toolsAt } from '../server/src/cli/mcp/tools.ts';
import { program } from './program.ts';

const TODAY = '2026-06-30';
const STATE =
  'plan state "State" { level national; period 2020 to 2030; status adopted }\nactor agency "Agency" { type agency }\nmandate settle "Settle" { from agency; to local; force must }\n';
const TOWN =
  'plan town "Town" { level local; period 2025 to 2028; status adopted; under state }\nactor office "Office" { type department }\ngroup refugees "Refugees" { priority high }\nsector housing "Housing" {\n  field housing\n  lead office\n  measure course "Course" { status ongoing; for refugees; fulfils settle }\n}\n';

type Answer = { id?: unknown; result?: Record<string, unknown>; error?: { code: number; message: string } };
type Said = { content: { text: string }[]; structuredContent?: Record<string, unknown>; isError?: boolean };

/** An assistant that speaks to a server line by line. */
class Assistant {
  readonly #write: (line: string) => void;
  readonly #lines: AsyncIterableIterator<string>;
  #id = 0;
  constructor(input: { write(line: string): unknown }, output: NodeJS.ReadableStream) {
    this.#write = (line) => void input.write(`${line}\n`);
    this.#lines = createInterface({ input: output })[Symbol.asyncIterator]() as AsyncIterableIterator<string>;
  }
  async raw(line: string): Promise<Answer> {
    this.#write(line);
    return JSON.parse((await this.#lines.next()).value as string) as Answer;
  }
  async ask(method: string, params: object = {}): Promise<Answer> {
    const id = ++this.#id;
    const answer = await this.raw(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    assert.equal(answer.id, id);
    return answer;
  }
  tell(method: string): void {
    this.#write(JSON.stringify({ jsonrpc: '2.0', method }));
  }
  async tool(name: string, given: object = {}): Promise<Said> {
    const { result } = await this.ask('tools/call', { name, arguments: given });
    return result as unknown as Said;
  }
}

describe('iplan mcp', () => {
  let folder: string;
  let assistant: Assistant;
  let input: PassThrough;
  let child: ChildProcessWithoutNullStreams | undefined;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'iplan-mcp-'));
    mkdirSync(path.join(folder, '.git'));
    for (const [name, text] of [
      ['state', STATE],
      ['town', TOWN],
    ] as const) {
      mkdirSync(path.join(folder, name));
      writeFileSync(path.join(folder, name, 'plan.iplan'), text);
    }
    input = new PassThrough();
    const output = new PassThrough();
    void speak(input, output, toolsAt(new Desk(folder, () => ({ today: TODAY }))));
    assistant = new Assistant(input, output);
  });
  afterEach(() => {
    input.end();
    child?.kill();
    rmSync(folder, { recursive: true });
  });

  it('greets as the protocol wants, and lists tools that change nothing', async () => {
    const { result } = await assistant.ask('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } });
    assert.equal(result?.protocolVersion, '2025-06-18');
    assert.equal((result as { serverInfo: { name: string } }).serverInfo.name, 'iplan');
    assistant.tell('notifications/initialized');
    assert.equal((await assistant.ask('initialize', { protocolVersion: '1999-01-01' })).result?.protocolVersion, '2025-11-25');
    const { tools } = (await assistant.ask('tools/list')).result as {
      tools: { name: string; inputSchema: { type: string }; annotations: { readOnlyHint: boolean } }[];
    };
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['list_plans', 'read_coverage', 'findings', 'explain_rule', 'propose_edit'],
    );
    assert.ok(tools.every((tool) => tool.inputSchema.type === 'object' && tool.annotations.readOnlyHint));
    assert.deepEqual((await assistant.ask('ping')).result, {});
  });

  it('says what it does not understand, and goes on', async () => {
    assert.equal((await assistant.raw('{ not json')).error?.code, -32700);
    assert.equal((await assistant.raw('3')).error?.code, -32600);
    assert.equal((await assistant.ask('resources/list')).error?.code, -32601);
    assert.equal((await assistant.ask('tools/call', { name: 'nothing' })).error?.code, -32602);
    const batch = (await assistant.raw('[{"jsonrpc":"2.0","id":"a","method":"ping"},{"jsonrpc":"2.0","method":"notifications/x"}]')) as unknown as Answer[];
    assert.deepEqual(batch, [{ jsonrpc: '2.0', id: 'a', result: {} }]);
    const wrong = await assistant.tool('findings', { plans: 'town' });
    assert.deepEqual([wrong.isError, wrong.content[0]?.text], [true, 'There is no argument "plans". Did you mean "plan"?']);
    assert.match((await assistant.tool('read_coverage')).content[0]?.text ?? '', /^The argument "plan" is missing\.$/);
    assert.match((await assistant.tool('findings', { severity: 'bad' })).content[0]?.text ?? '', /^The argument "severity" is one of error/);
    assert.match((await assistant.tool('findings', { limit: 1.5 })).content[0]?.text ?? '', /whole number/);
    assert.match((await assistant.tool('read_coverage', { plan: 'twon' })).content[0]?.text ?? '', /^There is no plan "twon"\. Did you mean "town"\?$/);
  });

  it('lists plans and reads what they cover', async () => {
    const { structuredContent, content } = await assistant.tool('list_plans');
    assert.deepEqual(JSON.parse(content[0]?.text ?? ''), structuredContent);
    const { plans } = structuredContent as { plans: { id: string; under: string[]; files: string[]; findings: { errors: number } }[] };
    const [state, town] = plans;
    assert.deepEqual([state?.id, town?.id, town?.under, town?.files], ['state', 'town', ['state'], ['town/plan.iplan']]);
    assert.ok((town?.findings.errors ?? 0) > 0);
    const coverage = (await assistant.tool('read_coverage', { plan: 'town' })).structuredContent as {
      sectors: object[];
      groups: object[];
      mandates: object[];
    };
    assert.deepEqual(coverage.sectors, [
      {
        id: 'housing',
        title: 'Housing',
        lead: ['office'],
        responsibilities: [],
        measures: ['course'],
        goals: [],
        targets: [],
        indicators: [],
        groups: { refugees: ['course'] },
      },
    ]);
    assert.deepEqual(coverage.groups, [{ id: 'refugees', title: 'Refugees', tasks: ['course'], phases: {} }]);
    assert.deepEqual(coverage.mandates, [{ id: 'state.settle', title: 'Settle', to: ['local'], force: 'must', fulfilledBy: ['course'] }]);
  });

  it('finds what is wrong, and explains why', async () => {
    const all = (await assistant.tool('findings', { plan: 'town', rule: 'accountability/no-accountable' })).structuredContent as {
      total: number;
      findings: { file: string; line: number; about: string }[];
    };
    assert.deepEqual(
      all.findings.map(({ file, line, about }) => [file, line, about]),
      [['town/plan.iplan', 7, 'course']],
    );
    const few = (await assistant.tool('findings', { limit: 1 })).structuredContent as { total: number; findings: unknown[]; leftOut: number };
    assert.deepEqual([few.findings.length, few.leftOut], [1, few.total - 1]);
    assert.match(
      ((await assistant.tool('explain_rule', { rule: 'no-accountable' })).structuredContent?.page as string) ?? '',
      /^# accountability\/no-accountable\n/,
    );
    assert.match((await assistant.tool('explain_rule', { rule: 'no-acountable' })).content[0]?.text ?? '', /Did you mean "no-accountable"\?$/);
    assert.ok((((await assistant.tool('explain_rule')).structuredContent?.rules as unknown[]) ?? []).length > 50);
    assert.match((await assistant.tool('findings', { file: '../other.iplan' })).content[0]?.text ?? '', /lies outside/);
  });

  it('checks an edit before it is made, and writes nothing', async () => {
    const edit = { file: 'town/plan.iplan', replacements: [{ old_text: '{ status ongoing;', new_text: '{ lead office; status ongoing;' }] };
    const good = (await assistant.tool('propose_edit', edit)).structuredContent as Record<string, unknown> & { takesAway: { rule: string }[] };
    assert.equal(good.accepted, true);
    assert.ok(good.takesAway.some(({ rule }) => rule === 'accountability/no-accountable'));
    assert.match(
      good.diff as string,
      /^--- town\/plan\.iplan\n\+\+\+ town\/plan\.iplan\n@@ -4,5 \+4,5 @@\n[\s\S]*\n- {2}measure course "Course" \{ status[\s\S]*\n\+ {2}measure course "Course" \{ lead office; status/,
    );
    assert.equal(readFileSync(path.join(folder, 'town/plan.iplan'), 'utf8'), TOWN);
    const unknown = (await assistant.tool('propose_edit', { ...edit, replacements: [{ old_text: 'lead office', new_text: 'lead offise' }] }))
      .structuredContent as {
      brings: { rule: string }[];
    };
    assert.ok(unknown.brings.some(({ rule }) => rule === 'names/unknown-name'));
    const fresh = (await assistant.tool('propose_edit', { file: 'town/work.iplan', text: 'sector work "Work" { field work; lead office }\n' }))
      .structuredContent;
    assert.deepEqual([fresh?.accepted, fresh?.newFile], [true, true]);
  });

  it('refuses edits that break the writing, or that cannot be made', async () => {
    const broken = (
      await assistant.tool('propose_edit', { file: 'town/plan.iplan', replacements: [{ old_text: 'fulfils settle }\n}', new_text: 'fulfils settle }' }] })
    ).structuredContent;
    assert.equal(broken?.accepted, false);
    assert.equal((broken as { findings: { rule: string }[] }).findings[0]?.rule, 'structure/unclosed-block');
    const says = async (given: object) => (await assistant.tool('propose_edit', given)).content[0]?.text ?? '';
    assert.match(await says({ file: 'town/plan.iplan', replacements: [{ old_text: 'nowhere', new_text: '' }] }), /does not stand in town\/plan\.iplan\.$/);
    assert.match(await says({ file: 'town/plan.iplan', replacements: [{ old_text: 'office', new_text: '' }] }), /more than once/);
    assert.match(await says({ file: 'town/plan.iplan' }), /^Give either/);
    assert.match(await says({ file: 'town/plan.txt', text: '' }), /is no plan file/);
    assert.match(await says({ file: '../plan.iplan', text: '' }), /lies outside/);
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'iplan-elsewhere-'));
    symlinkSync(elsewhere, path.join(folder, 'link'));
    assert.match(await says({ file: 'link/plan.iplan', text: '' }), /lies outside/);
    rmSync(elsewhere, { recursive: true });
  });

  it('runs as a command, says nothing but messages, and ends with its input', async () => {
    child = spawn(process.execPath, [...program('cli'), 'mcp', folder, '--as-of', TODAY], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const spoken = new Assistant(child.stdin, child.stdout);
    assert.equal((await spoken.ask('initialize', { protocolVersion: '2025-11-25' })).result?.protocolVersion, '2025-11-25');
    assert.equal(((await spoken.tool('list_plans')).structuredContent as { plans: unknown[] }).plans.length, 2);
    const code = new Promise((resolve) => child?.on('exit', resolve));
    child.stdin.end();
    assert.equal(await code, 0);
  });
});
