import { either, type Noun, withArticle } from '../../language/nouns.ts';
import { say } from '../../text/say.ts';
import { called, rule } from '../rule.ts';

export default rule({
  id: 'names/wrong-kind',
  severity: 'error',
  silencedBy: ['names/folder-without-plan'],
  summary: 'A name leads to something that cannot stand there.',
  why: 'A measure serves a target or a goal, not an actor; a duty is carried out by somebody, not by a fund. Where the name leads to the wrong kind of thing, the writer most likely meant another.',
  grounding: [{ cite: 'iplan language reference, names', finding: 'Every place where a name stands says which kinds of declaration it may lead to.' }],
  good: ['measure cafe "Job café" { serves work-for-all }\ngoal work-for-all "Work for all"'],
  bad: [
    'measure cafe "Job café" {\n  serves office\n         ^^^^^^ "office" is an actor, but "serves" needs a target or a goal.\n}\nactor office "Office" { type department }',
  ],
  checkAny(scope, report) {
    for (const declaration of scope.declarations) {
      for (const fact of declaration.facts) {
        for (const ref of fact.refs) {
          if (ref.kinds.length === 0 || ref.kinds[0] === 'category') continue;
          const found = scope.find(ref);
          if (found === undefined || ref.kinds.includes(found.kind)) continue;
          const needed = ref.kinds.map((kind) => withArticle(kind as Noun));
          report({
            at: { ref, in: fact },
            message: say`"${ref.name}" is ${withArticle(found.kind)}, but "${fact.word}" needs ${needed.length > 3 ? say`an actor, partner or body` : either(needed)}.`,
            instead: say`Use the name of the thing you meant; completing after the word shows what fits.`,
            related: [{ at: found, message: say`Here ${called(found)} is declared.` }],
          });
        }
      }
    }
  },
});
