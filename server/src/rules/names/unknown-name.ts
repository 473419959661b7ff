import { either, type Noun, withArticle } from '../../language/nouns.ts';
import type { Ref } from '../../language/shape.ts';
import type { Scope } from '../../model/scope.ts';
import type { Statement } from '../../syntax/tree.ts';
import { nearest } from '../../text/nearest.ts';
import { say } from '../../text/say.ts';
import { declaring, replace } from '../mend.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'names/unknown-name',
  severity: 'error',
  silencedBy: ['names/folder-without-plan'],
  summary: 'A name leads nowhere.',
  why: 'A plan holds together by its names: who leads, which target a measure serves, which mandate a duty fulfils. A name that is declared nowhere breaks that thread, and everything that hangs on it is missing from the tables.',
  grounding: [
    { cite: 'iplan language reference, names', finding: 'A name is looked up in its plan, then in the plans above it, then in the frameworks it uses.' },
  ],
  good: [
    'measure cafe "Job café" { lead office }\nactor office "Office" { type department }',
    'plan a "A" { level local; period 2025; under s }\nmeasure cafe "Job café" { fulfils s.settle }\n--- s/plan.iplan\nplan s "State" { level national; period 2025 }\nmandate settle "Settle" { from state; to local }\nactor state "State" { type government }',
    'measure cafe "Job café" { lead tbd until 2026-12 "after the tender" }',
  ],
  bad: [
    'measure cafe "Job café" {\n  lead offise\n       ^^^^^^ Nothing named "offise" is declared.\n}\nactor office "Office" { type department }',
    'measure cafe "Job café" {\n  lead s.office\n       ^^^^^^^^ There is no plan or framework named "s".\n}',
  ],
  checkAny(scope, report) {
    const look = (refs: readonly Ref[], node: Statement) => {
      for (const ref of refs) {
        if (ref.kinds.length === 0 || ref.kinds[0] === 'category' || scope.resolve(ref.name) !== undefined) continue;
        const dot = ref.name.indexOf('.');
        const plan = dot < 0 ? undefined : ref.name.slice(0, dot);
        const known = plan === undefined || scope.named(plan) !== undefined;
        const close = nearest(ref.name, candidates(scope, ref, known ? plan : undefined));
        report({
          at: { ref, in: { node } },
          message: known ? say`Nothing named "${ref.name}" is declared.` : say`There is no plan or framework named "${plan}".`,
          instead:
            close === undefined
              ? say`Declare ${ref.kinds.length > 3 ? say`an actor, partner or body` : either(ref.kinds.map((kind) => withArticle(kind as Noun)))} with this id, or use a name that exists.`
              : say`Did you mean "${close}"?`,
          fix: [...(close === undefined ? [] : [replace(node, ref.token, close)]), ...(dot < 0 ? declaring(ref, node) : [])],
        });
      }
    };
    for (const declaration of scope.declarations) for (const fact of declaration.facts) look(fact.refs, fact.node);
    for (const waiver of scope.waivers) look(waiver.refs, waiver.node);
  },
});

/** The names that could stand here, those of a fitting kind before the others. */
function* candidates(scope: Scope, ref: Ref, plan: string | undefined): Iterable<string> {
  const fitting = (s: Scope) => [...s.names].filter(([, d]) => ref.kinds.includes(d.kind)).map(([name]) => name);
  const named = plan === undefined ? undefined : scope.named(plan);
  if (named !== undefined) {
    for (const name of fitting(named)) yield `${plan}.${name}`;
    return;
  }
  for (const s of [scope, ...scope.ancestors, ...scope.frameworks]) yield* fitting(s);
  if (ref.kinds.includes('plan') || ref.kinds.includes('framework')) yield* scope.ids();
}
