import { itemTable } from '../../model/coverage.ts';
import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { isOver } from './_plan.ts';

export default rule({
  id: 'coverage/framework-item-uncovered',
  severity: 'warning',
  absence: true,
  summary: 'The plan follows a framework and says nothing to one of its items.',
  why: 'Signing a charter is easy. What it is worth shows item by item: what does the plan do about this one, or why does it not?',
  grounding: [
    { cite: osce('2.2'), finding: 'Cities commit themselves to charters and coalitions; commitments of this kind live on being checked against what is done.' },
    { cite: osce('2.3'), finding: 'Where cities are looked at item by item, they do well in some and poorly in others, which an average hides.' },
  ],
  gathered: 'are covered by nothing in the plan',
  good: [
    'plan town "Town" { level local; period 2025; uses charter }\nsector homes "Homes" { covers charter.homes }\n--- charter.iplan\nframework charter "Charter" {\n  item homes "Homes for all"\n}',
    '# What covers an item covers its parts, and what covers all parts covers the item.\nplan town "Town" { level local; period 2025; uses charter }\nsector homes "Homes" { covers charter.homes }\n--- charter.iplan\nframework charter "Charter" {\n  item homes "Homes for all" {\n    item rent "Fair rents"\n  }\n}',
    '# What the law requires of the plan is judged by a rule of its own.\nplan town "Town" { level local; period 2025; uses act }\n--- act.iplan\nframework act "Act" {\n  item targets "The plan states its targets" { required for local }\n}',
  ],
  bad: [
    'plan town "Town" {\n  level local; period 2025\n  uses charter\n       ^^^^^^^ Nothing in the plan covers "Fair work" of the framework "Charter".\n}\nsector homes "Homes" { covers charter.homes }\n--- charter.iplan\nframework charter "Charter" {\n  item homes "Homes for all"\n  item work "Fair work"\n}',
    '# Where many are open, that is said once.\nplan town "Town" {\n  level local; period 2025\n  uses charter\n       ^^^^^^^ 4 items in framework "Charter" are covered by nothing in the plan: "Homes for all", "Fair work", "Open schools" and "Good health".\n}\n--- charter.iplan\nframework charter "Charter" {\n  item homes "Homes for all"\n  item work "Fair work"\n  item school "Open schools"\n  item health "Good health"\n}',
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    const covered = itemTable(plan);
    for (const fact of plan.plan?.all('uses') ?? []) {
      for (const ref of fact.refs) {
        const framework = plan.named(ref.name);
        if (framework?.kind !== 'framework') continue;
        for (const item of framework.of('item')) {
          if (item.childrenOf('item').length > 0 || isCovered(item, covered)) continue;
          if (item.all('required for').some((required) => required.value?.some((level) => plan.levels.includes(level)))) continue;
          report({
            at: { ref, in: fact },
            about: item,
            message: say`Nothing in the plan covers "${item.title}" of the framework "${framework.title}".`,
            instead: say`Write "covers" and the name of the item where the plan answers it, or waive it with a reason.`,
            related: [{ at: item, message: say`The item "${item.title}".` }],
          });
        }
      }
    }
  },
});

/** What covers an item covers its parts. */
function isCovered(item: Declaration, covered: ReadonlyMap<Declaration, unknown>): boolean {
  for (let one: Declaration | undefined = item; one?.kind === 'item'; one = one.parent) if (covered.has(one)) return true;
  return false;
}
