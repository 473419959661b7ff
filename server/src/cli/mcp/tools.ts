import { page } from '../../rules/page.ts';
import { RULES } from '../../rules/rules.ts';
import { nearest } from '../../text/nearest.ts';
import { coverageOf } from './coverage.ts';
import type { Desk } from './desk.ts';
import { told } from './findings.ts';
import { proposed } from './propose.ts';
import { type Tool, ToolError } from './protocol.ts';

const MOST = 500;

/** The tools of a folder with plans. None writes anything. */
export const toolsAt = (desk: Desk): readonly Tool[] => [
  {
    name: 'list_plans',
    title: 'List the plans',
    description: 'The plans below the folder: id, title, level of government, status, period, the plans above, files, and how many findings each has.',
    input: { type: 'object', properties: {} },
    call() {
      const read = desk.read();
      const found = desk.judged(read).filter((one) => one.waived === undefined);
      const plans = desk.plans(read).map((plan) => {
        const files = new Set(plan.files.map((file) => file.uri));
        const own = found.filter((one) => files.has(one.uri));
        const count = (severity: string) => own.filter((one) => one.severity === severity).length;
        return {
          id: plan.id,
          title: plan.title,
          kind: plan.planKind,
          level: plan.levels,
          status: (plan.plan?.one('status')?.value as string | undefined) ?? null,
          period:
            plan.plan
              ?.one('period')
              ?.node.values.map((token) => token.image)
              .join(' ') ?? null,
          under: plan.plan?.refs('under').map((ref) => ref.name) ?? [],
          uses: plan.plan?.refs('uses').map((ref) => ref.name) ?? [],
          files: plan.files.map((file) => desk.shown(file.uri)),
          findings: { errors: count('error'), warnings: count('warning'), informations: count('information') },
        };
      });
      return { plans, ...(read.unread.length === 0 ? {} : { unread: read.unread }) };
    },
  },
  {
    name: 'read_coverage',
    title: 'Read what a plan covers',
    description:
      'What a plan addresses and what it leaves open: sectors with their tasks, targets and indicators; groups and phases with the tasks for them; mandates from above and framework items with what answers them; stages of the policy cycle.',
    input: { type: 'object', properties: { plan: { type: 'string', description: 'The id of the plan, as list_plans gives it.' } }, required: ['plan'] },
    call: ({ plan }) => coverageOf(desk.plan(desk.read(), plan as string)),
  },
  {
    name: 'findings',
    title: 'Find what is wrong',
    description: 'The findings of the checker: what is wrong, what to write instead, and where. All, or those of one plan, file, rule or severity.',
    input: {
      type: 'object',
      properties: {
        plan: { type: 'string', description: 'Only findings of this plan.' },
        file: { type: 'string', description: 'Only findings of this file, by its path below the folder.' },
        rule: { type: 'string', description: 'Only findings of this rule (family/rule) or family.' },
        severity: { type: 'string', enum: ['error', 'warning', 'information'], description: 'Only findings of this severity.' },
        limit: { type: 'integer', description: `At most so many; 100 unless given, never more than ${MOST}.`, minimum: 1, maximum: MOST },
      },
    },
    call({ plan, file, rule, severity, limit = 100 }) {
      const read = desk.read();
      const files = plan === undefined ? undefined : new Set(desk.plan(read, plan as string).files.map((one) => one.uri));
      const uri = file === undefined ? undefined : desk.address(file as string);
      if (uri !== undefined && !read.workspace.files.has(uri)) throw new ToolError(`There is no plan file ${file}.`);
      const found = desk
        .judged(read)
        .filter((one) => (files === undefined || files.has(one.uri)) && (uri === undefined || one.uri === uri))
        .filter((one) => (rule === undefined || one.rule === rule || one.rule.startsWith(`${rule}/`)) && (severity === undefined || one.severity === severity));
      const shown = found.slice(0, Math.min(MOST, Math.max(1, limit as number)));
      return {
        total: found.length,
        findings: shown.map((one) => told(one, desk)),
        ...(shown.length < found.length ? { leftOut: found.length - shown.length } : {}),
      };
    },
  },
  {
    name: 'explain_rule',
    title: 'Explain a rule',
    description:
      'The page of a rule as Markdown: what it asks for, why, on what research it rests, what it reports and what not. Without a rule, the list of all.',
    input: { type: 'object', properties: { rule: { type: 'string', description: 'The rule, such as accountability/no-accountable.' } } },
    call({ rule: wanted }) {
      if (wanted === undefined) return { rules: RULES.map(({ id, severity, summary }) => ({ rule: id, severity, summary })) };
      const found = RULES.find(({ id }) => id === wanted || id.endsWith(`/${wanted}`));
      if (found !== undefined) return { rule: found.id, page: page(found) };
      const close = nearest(
        wanted as string,
        RULES.flatMap(({ id }) => [id, id.slice(id.indexOf('/') + 1)]),
      );
      throw new ToolError(
        `There is no rule "${wanted}".${close === undefined ? ' Without a rule, explain_rule lists them all.' : ` Did you mean "${close}"?`}`,
      );
    },
  },
  {
    name: 'propose_edit',
    title: 'Check an edit before it is made',
    description:
      'Checks a change of a plan file, or a new plan file, as if it were made: gives the findings it brings and those it takes away, and the change as a diff. Refuses what would break the writing of the plan. Nothing is written: make the edit yourself once it is good.',
    input: {
      type: 'object',
      properties: {
        file: { type: 'string', description: 'The plan file, by its path below the folder; a new one may be named.' },
        replacements: {
          type: 'array',
          description: 'What to replace, one after the other; each old text must stand in the file exactly once.',
          items: {
            type: 'object',
            properties: { old_text: { type: 'string' }, new_text: { type: 'string' } },
            required: ['old_text', 'new_text'],
            additionalProperties: false,
          },
        },
        text: { type: 'string', description: 'In place of replacements: the whole text of the file.' },
      },
      required: ['file'],
    },
    call: ({ file, replacements, text }) =>
      proposed(desk, file as string, { replacements: replacements as readonly unknown[] | undefined, text: text as string | undefined }),
  },
];
