import type { Declaration } from '../../model/declaration.ts';

/**
 * Words that show what a title is about, in the languages that plans of Europe are most often written in. They only ever keep a rule
 * silent: a plan in another language says it with `field`, `age` and `broken down by`.
 */
const one = (...stems: readonly string[]): RegExp => new RegExp(`(?<!\\p{L})(?:${stems.join('|')})`, 'iu');

export const GENDER = one(
  'wom[ae]n', 'girls?\\b', 'boys?\\b', 'men\\b', 'male', 'female', 'gender', 'sex\\b', 'mothers?\\b', 'fathers?\\b',
  'kvinn', 'jente', 'menn\\b', 'kjønn', 'mødre', 'flick', 'pojk', 'kön', 'kvinde', 'køn', 'vrouw', 'meisje', 'mannen\\b', 'moeders?\\b',
  'frauen', 'männer', 'mädchen', 'mütter', 'geschlecht', 'femme', 'fille', 'hommes?\\b', 'mujer', 'género', 'donn[ae]\\b', 'genere\\b',
);
export const AGE = one(
  'child', 'youth', 'young', 'teen', 'minors?\\b', 'pupil', 'elder', 'old(?:er)? (?:people|residents|age)', 'senior', 'ages?\\b', 'aged\\b', 'kindergarten', 'babies',
  'barn', 'ungdom', 'unge\\b', 'eldre', 'äldre', 'ældre', 'unga\\b', 'kinder', 'jongere', 'jeugd', 'ouderen', 'jugend', 'senioren', 'ältere', 'enfant', 'jeune', 'âgé',
  'niñ[oa]s', 'jóvenes', 'mayores\\b', 'bambin', 'giovani', 'anziani',
);
export const DISCRIMINATION = one(
  'discriminat', 'anti-?discriminat', 'racis', 'anti-?racis', 'equal (?:treatment|rights)', 'hate\\b', 'xenophob', 'prejudice',
  'diskriminer', 'antidiskriminer', 'rasis', 'antirasis', 'likestilling', 'likebehandling', 'discriminatie', 'antidiscriminatie', 'gelijke behandeling',
  'gleichbehandlung', 'rassis', 'antirassis', 'égalité de traitement', 'discriminaci', 'discriminazion', 'razzis',
);
export const LANGUAGE = one('language', 'språk', 'sprog', 'taal', 'inburgering', 'sprach', 'langue', 'idioma', 'lingua', 'norwegian', 'swedish', 'danish', 'dutch', 'german', 'french');

/** How the fields that carry all others are called where a plan leaves one out on purpose. */
export const HARD_FIELDS = {
  work: one('work', 'employment', 'labou?r', 'jobs?\\b'),
  education: one('education', 'schools?\\b'),
  language: LANGUAGE,
  housing: one('housing', 'homes?\\b', 'settlement'),
  health: one('health'),
} as const;

/** What a declaration says of itself in words. */
export function wordsOf(declaration: Declaration): string {
  const said = declaration.facts.flatMap((fact) => (['about', 'definition', 'output'].includes(fact.word) && typeof fact.value === 'string' ? [fact.value] : []));
  return [declaration.title, ...said].join('\n');
}
