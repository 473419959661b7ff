import type { Declaration } from '../../model/declaration.ts';
import { owedGroups } from '../../model/reach.ts';
import { say } from '../../text/say.ts';
import { doesSomething, isOver } from '../coverage/_plan.ts';
import { rule } from '../rule.ts';
import { nordic, osce, penninx, wholeComm } from '../sources.ts';
import { isOfNewcomers, seatedInWords, sittingBodies, takingPart } from './_people.ts';
import { EXPERIENCE, NEWCOMERS } from './_words.ts';

export default rule({
  id: 'participation/no-migrant-actor',
  severity: 'error',
  absence: true,
  summary: 'The plan is for newcomers, and none of them has a say in it.',
  why: 'Those whom a plan is for know first where it goes wrong. Where they are only its target, it is made of what others believe about them; and the associations that could carry half of it learn of it from the newspaper. Being told is no say, and being made answerable for oneself is none either. In a strategy, a project or a plan that names no newcomers it weighs less: they can still be brought in where it is carried out.',
  grounding: [
    { cite: osce('1'), finding: 'Being involved makes migrants participants with a stake of their own, where they were a target group before.' },
    { cite: osce('2.3'), finding: 'Of all that cities were rated for, taking part in government and being consulted came out lowest.' },
    { cite: penninx('1.2'), finding: 'The majority decides on people who cannot take part with effect, and who are easily unheard even where they may.' },
    { cite: penninx('1.3'), finding: 'Much of a policy is only carried out if forces within the groups can be won for it.' },
    { cite: wholeComm('4.3.C.1'), finding: 'In the network of a town full of initiatives, the newcomers themselves had almost been forgotten.' },
    {
      cite: nordic('chapter on Finland'),
      finding: 'A civil society of many cultures needs associations of immigrants, and not only more of the large old ones.',
    },
  ],
  good: [
    '# A council of theirs.\nmeasure cafe "Language café"\nbody council "Migrant council" { kind migrant-council; involved in design }',
    '# An organisation of theirs that is asked, or that carries something out.\nmeasure cafe "Language café" { lead office; consulted union }\nactor office "Office" { type department }\npartner union "Union of newcomers" { type migrant-organisation }',
    '# They are heard themselves.\nmeasure cafe "Language café"\ngroup new "Newcomers"\nconsultation evening "Evening at the school" { involved in design; with new }',
    '# Those who came earlier help those who come now.\nmeasure mentors "A year at your side" { lead cross; for new; with former }\ngroup new "Newcomers"\npartner cross "Red Cross" { type ngo }\ngroup former "Refugees of earlier years"',
    '# An association of others that speaks for them.\nmeasure cafe "Language café" { with council }\ngroup new "Newcomers"\npartner council "Refugee council" { type ngo; represents new }',
    '# Experts by experience work for an association of others.\nmeasure mentors "A year at your side" { responsible cross }\npartner cross "Red Cross" { type ngo; contributes "Mentors who are experts by experience" }',
    '# A seat that is only named in words.\nmeasure cafe "Language café"\nbody group "Steering group" { kind steering; members "Two representatives of the refugees" }',
    'plan old "Old" { level local; period 2015 to 2018; status closed }\nmeasure cafe "Language café"',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Newcomers have no say in plan "Town"; it only speaks of them.\ngroup new "Newcomers"\nmeasure cafe "Language café" { for new }',
    '# To be told, to sit in the course, and to have to answer for oneself is no say.\nplan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Newcomers have no say in plan "Town"; it only speaks of them.\ngroup new "Newcomers"\npartner union "Union of newcomers" { type migrant-organisation }\nmeasure course "Course" { responsible new; for new; with new; informed union }',
    '# Their council was not called again.\nplan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Newcomers have no say in plan "Town"; it only speaks of them.\nbody council "Migrant council" { kind migrant-council; term 2021 to 2024 }\ngroup new "Newcomers"\nmeasure cafe "Language café" { for new }',
    '# An agreement among offices that names no newcomers.\nplan table "Table of the counties" { level national; period 2025 to 2028 }\n     ^^^^^ Newcomers have no say in plan "Table of the counties".\nmeasure guide "Guide for municipalities"',
  ],
  check(plan, report, { today }) {
    const { head } = plan;
    if (head === undefined || isOver(plan) || !(doesSomething(plan) || plan.of('goal', 'target', 'mandate').length > 0)) return;
    const bodies = sittingBodies(plan, today);
    if ([...takingPart(plan), ...bodies].some((one) => isOfNewcomers(one, plan))) return;
    if (bodies.some((body) => seatedInWords(body).some((seat) => NEWCOMERS.test(seat)))) return;
    if ([...takingPart(plan)].some((one) => one.is('partner') && EXPERIENCE.test(saidOf(one)))) return;
    const known = plan.of('actor', 'partner').filter((one) => isOfNewcomers(one, plan));
    const spokenOf = owedGroups(plan).size > 0;
    report({
      at: head,
      // What is done for people is worst done without them; a direction, or an agreement among offices, can still bring them in.
      lighter: !spokenOf || ['strategy', 'project'].includes(plan.planKind),
      message: spokenOf ? say`Newcomers have no say in plan "${plan.title}"; it only speaks of them.` : say`Newcomers have no say in plan "${plan.title}".`,
      instead: say`Give a council or an organisation of theirs a seat in a body, ask them with "consulted", or let them carry something out.`,
      related: known.map((one) => ({ at: one, message: say`Declared here, and neither asked nor given anything to do.` })),
    });
  },
});

const saidOf = (partner: Declaration<'partner'>): string =>
  [partner.title, ...partner.all('contributes').map((fact) => fact.value), partner.one('about')?.value].join('\n');
