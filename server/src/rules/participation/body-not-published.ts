import { say } from '../../text/say.ts';
import { isOver } from '../coverage/_plan.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { sittingBodies } from './_people.ts';

export default rule({
  id: 'participation/body-not-published',
  severity: 'information',
  absence: true,
  silencedAt: ['participation/body-without-mandate'],
  summary: 'A body does not say who sits in it, or whether its work is public.',
  why: 'Bodies in which offices and organisations agree stand beside the elected ones. They answer to the public by being seen: who sits there, what was dealt with, what came out of it.',
  grounding: [{ cite: osce('3.2'), finding: 'Such bodies are held to account by being open about who belongs to them, how they proceed and what results.' }],
  gathered: 'do not show who sits in them or what they do',
  good: [
    'body forum "Forum" { kind coordination; members office; published yes }\nactor office "Office" { type department }',
    'body forum "Forum" { kind coordination; seats 2 of "Sports clubs"; published yes }',
    '# What it is for is asked first.\nbody forum "Forum" { kind coordination }',
    '# Its time is over.\nbody task-force "Task force 2015" { kind coordination; term 2015 to 2017 }',
  ],
  bad: [
    'body forum "Forum" { kind coordination; advises "On the plan"; members office }\n     ^^^^^ Body "Forum" does not say whether its work is public.\nactor office "Office" { type department }',
    'body forum "Forum" { kind coordination; advises "On the plan"; published yes; chair "Mayor" }\n     ^^^^^ Body "Forum" does not say who sits in it.',
    'body forum "Forum" { kind coordination; advises "On the plan" }\n     ^^^^^ Body "Forum" says neither who sits in it nor whether its work is public.',
    'body forum "Forum" {\n  kind coordination\n  advises "On the plan"\n  members office\n  published no\n  ^^^^^^^^^^^^ Body "Forum" works behind closed doors.\n}\nactor office "Office" { type department }',
  ],
  check(plan, report, { today }) {
    if (isOver(plan)) return;
    for (const body of sittingBodies(plan, today)) {
      const published = body.one('published');
      const seated = body.has('members', 'seats');
      const open = published !== undefined && published.tbd === undefined;
      if (open && published.value === 'no')
        report({
          at: published,
          about: body,
          message: say`${Called(body)} works behind closed doors.`,
          instead: say`Publish at least its members, agenda and results.`,
        });
      if (seated && open) continue;
      const tbd = published?.tbd;
      report({
        at: body,
        message: seated
          ? say`${Called(body)} does not say whether its work is public.`
          : open
            ? say`${Called(body)} does not say who sits in it.`
            : say`${Called(body)} says neither who sits in it nor whether its work is public.`,
        instead: say`Name its members, and publish its agenda and results: published yes.`,
        ...(tbd
          ? { tbd }
          : { fix: addStatement(body, [...(seated ? [] : [`members "${say`TODO: who sits in it`}"`]), ...(open ? [] : ['published yes'])].join('; ')) }),
      });
    }
  },
});
