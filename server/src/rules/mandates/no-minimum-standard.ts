import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { rule } from '../rule.ts';
import { osce, penninx } from '../sources.ts';
import { forceOf, givenDown, spoken } from './_duties.ts';

export default rule({
  id: 'mandates/no-minimum-standard',
  severity: 'warning',
  thorough: true,
  absence: true,
  summary: 'A duty is left to a lower level, and nothing says what everybody can count on everywhere.',
  why: 'A free hand lets a good municipality do better than the law. It also lets the next one do as little as it can, and then what people get depends on where they were sent. A floor leaves the freedom above it as it is.',
  grounding: [
    { cite: osce('3.4.2'), finding: 'Where local offices had much room over extra tasks and money, some offered victims of discrimination rather little.' },
    { cite: osce('3.4.2'), finding: 'The discretion of regions led to unequal treatment from one region to the next.' },
    { cite: penninx('2.3'), finding: 'Without the room, the instruments and the money, municipalities may outbid each other in doing little.' },
  ],
  gathered: 'have no minimum standard',
  good: [
    `plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate teach "Teach the language" { from state; to local; standard at least 300 hours within 1 year }`,
    `plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "House refugees" { from state; to local; target 27 persons refreshed every 6 months }`,
  ],
  bad: [
    `plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate teach "Teach the language" { from state; to local; funding "Grant"; discretion instruments }
        ^^^^^ The duty "Teach the language" has no minimum that holds for all municipalities.`,
  ],
  check(plan, report, { today }) {
    for (const { mandate, levels } of givenDown(plan, today)) {
      if (forceOf(mandate) !== 'must' || mandate.has('standard', 'target', 'deadline')) continue;
      const promised = [...mandate.all('standard'), ...mandate.all('target')].find((fact) => fact.tbd !== undefined);
      report({
        at: mandate,
        message: say`The duty "${mandate.title}" has no minimum that holds for all ${spoken(levels)}.`,
        instead: say`Write "standard" with what everybody can count on: standard at least 300 hours within 1 year.`,
        ...(promised === undefined ? { fix: addStatement(mandate, `standard "${say`TODO: the least that is owed`}"`) } : { tbd: promised.tbd }),
      });
    }
  },
});
