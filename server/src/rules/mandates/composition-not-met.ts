import { isRef, type RefOrText } from '../../language/forms.ts';
import { counted } from '../../language/nouns.ts';
import type { Declaration, Fact } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { luxembourg } from '../sources.ts';
import { openClaims } from './_claims.ts';
import { isOver } from './_duties.ts';

export default rule({
  id: 'mandates/composition-not-met',
  severity: 'error',
  summary: 'A body has fewer members than it must have, or seats that nobody of those named can take.',
  why: 'Who sits in a body decides what it hears. A law or a statute that keeps seats for migrants, for the council or for associations is not kept by a list on which they are missing, however good the others are.',
  grounding: [{ cite: luxembourg('article 6'), finding: 'The committee that steers a pact has at least five members, and the law says who they are.' }],
  good: [
    `body table "Table" { kind steering; members office, "Mayor", migrants, school; seats 1 of "Mayor"; seats 2 of migrants }
actor office "Office" { type department }
actor school "School" { type school }
partner migrants "Migrants' union" { type migrant-organisation }`,
    `# A seat of a class is taken by one of it, that of an organisation by its parts, that of a group by who speaks for it.
body table "Table" { kind steering; members red, union, care; seats 1 of associations; seats 1 of refugees; seats 1 of town }
partner associations "Associations" { type ngo; each of ngo }
partner red "Red House" { type ngo }
partner union "Union" { type migrant-organisation; represents refugees }
actor town "Town" { type municipality }
actor care "Care office" { type department; part of town }
group refugees "Refugees"`,
    `# Enough by the seats; and a class of which nobody knows how many come.
plan town "Town" { level local; period 2025 to 2028; uses act }
body table "Table" { kind steering; covers act.committee; members office, ngos; seats 2 of office; seats 3 of ngos }
body forum "Forum" { kind steering; covers act.committee; members office, ngos }
actor office "Office" { type department }
partner ngos "Associations" { type ngo; each of ngo }
--- act.iplan
framework act "Act" { item committee "Committee of at least five" { required for local; standard at least 5 members } }`,
  ],
  bad: [
    `body table "Table" {
  kind steering
  members office, school
  seats 2 of migrants
  ^^^^^^^^^^^^^^^^^^^ Body "Table" keeps 2 seats for Migrants' union; none of its members takes them.
}
actor office "Office" { type department }
actor school "School" { type school }
partner migrants "Migrants' union" { type migrant-organisation }`,
    `# One of them is not two.
body table "Table" {
  kind steering
  members red, office
  seats 2 of associations
  ^^^^^^^^^^^^^^^^^^^^^^^ Body "Table" keeps 2 seats for Associations; only one of its members takes them.
}
partner associations "Associations" { type ngo; each of ngo }
partner red "Red House" { type ngo }
actor office "Office" { type department }`,
    `plan town "Town" { level local; period 2025 to 2028; uses act }
body table "Table" {
  kind steering
  covers act.committee
  members office, school, "Mayor"
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Body "Table" has 3 members; "Committee of at least five" demands at least 5.
}
actor office "Office" { type department }
actor school "School" { type school }
--- act.iplan
framework act "Act" { item committee "Committee of at least five" { required for local; standard at least 5 members } }`,
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    for (const body of plan.of('body')) {
      const members = membersOf(body);
      if (members.length === 0) continue;
      for (const seats of body.all('seats')) {
        if (seats.value === undefined) continue;
        const { number, of } = seats.value as { number: number; of: RefOrText };
        const taking = members.filter((member) => sitsFor(member, of, plan));
        // Whoever has the seats and is a member itself sends as many as it has.
        if (taking.length >= number || taking.some((member) => isSame(member, of, plan))) continue;
        report({
          at: seats,
          about: body,
          message: say`${Called(body)} keeps ${counted(number, 'seat')} for ${spoken(of, plan)}; ${taken(taking.length, number)}.`,
          instead: say`Name in "members" who takes the seats.`,
        });
      }
    }
    for (const { by, demand } of openClaims(plan)) {
      if (by.kind !== 'body') continue;
      const body = by as Declaration<'body'>;
      const size = sizeOf(body, plan);
      for (const standard of demand.all('standard')) {
        const { form, value } = standard.value ?? {};
        if (size === undefined || value === undefined || !/^(?:members?|seats?|persons?|people)$/.test(value.unit ?? '')) continue;
        if (form === 'at most' ? size <= value.number : size >= value.number) continue;
        report({
          at: body.one('members') ?? body.one('seats') ?? body,
          about: body,
          message:
            form === 'at most'
              ? say`${Called(body)} has ${counted(size, 'member')}; "${demand.title}" allows at most ${value.number}.`
              : say`${Called(body)} has ${counted(size, 'member')}; "${demand.title}" demands at least ${value.number}.`,
          instead: say`Name the others in "members", or say with "seats" how many each of them sends.`,
          related: [{ at: standard, message: say`This is what the law demands.` }],
        });
      }
    }
  },
});

function taken(members: number, seats: number): string {
  if (members > 1) return say`only ${members} of its members take them`;
  if (members === 1) return say`only one of its members takes them`;
  return seats === 1 ? say`none of its members takes it` : say`none of its members takes them`;
}

const membersOf = (body: Declaration<'body'>): readonly RefOrText[] => body.all('members').flatMap((fact) => (fact.value ?? []) as readonly RefOrText[]);

const found = (one: RefOrText, plan: Scope): Declaration | undefined => (isRef(one) ? plan.find(one) : undefined);
const spoken = (one: RefOrText, plan: Scope): string => (isRef(one) ? (plan.find(one)?.title ?? one.name) : one);

/** How many people sit in a body, where that can be told: its seats, else its members one by one. */
function sizeOf(body: Declaration<'body'>, plan: Scope): number | undefined {
  const seats = body.all('seats').reduce((sum, fact) => sum + (fact.value?.number ?? 0), 0);
  const members = membersOf(body);
  const known = members.every((member) => {
    const holder = found(member, plan);
    return holder === undefined || (holder.is('actor', 'partner') && !holder.has('each of', 'count'));
  });
  if (seats === 0 && members.length === 0) return body.has('members') ? undefined : 0;
  return seats > 0 ? Math.max(seats, known ? members.length : 0) : known ? members.length : undefined;
}

const isSame = (member: RefOrText, of: RefOrText, plan: Scope): boolean => {
  const [a, b] = [spoken(member, plan).toLowerCase(), spoken(of, plan).toLowerCase()];
  return a === b || (!(isRef(member) && isRef(of)) && (a.includes(b) || b.includes(a)));
};

/** Whether a member can take a seat: it is the one it was kept for, of that class, a part of it, or speaks for that group. */
function sitsFor(member: RefOrText, of: RefOrText, plan: Scope): boolean {
  if (isSame(member, of, plan)) return true;
  const [sitting, kept] = [found(member, plan), found(of, plan)];
  // A person or office that is only named in words may belong to anybody.
  if (kept === undefined || sitting === undefined) return false;
  if (kept.is('group')) return sitting.is('actor', 'partner', 'body') && plan.findAll((sitting as Declaration<'partner'>).refs('represents')).includes(kept);
  if (!sitting.is('actor', 'partner')) return false;
  const each = factOf(kept, 'each of');
  if (each !== undefined) return each === factOf(sitting, 'type') || each === factOf(sitting, 'level');
  for (let one: Declaration | undefined = sitting, steps = 0; one?.is('actor', 'partner') && steps < 10; steps++) {
    if (one === kept) return true;
    one = plan.findAll(one.refs('part of'))[0];
  }
  return false;
}

const factOf = (one: Declaration, word: string): unknown => one.facts.find((fact: Fact) => fact.word === word)?.value;
