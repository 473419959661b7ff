// Writes the TextMate grammar from the vocabulary: what is a declaration, a statement, a value. Words are keywords only where they
// begin a line or a statement, because they may be ids elsewhere.
import { CONNECTORS, FORMS } from '../server/src/language/forms.ts';
import { KINDS, kindRow } from '../server/src/language/vocabulary.ts';
import { TOP_KINDS } from '../server/src/syntax/heads.ts';

const longestFirst = (words) => [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const alternatives = (words) =>
  longestFirst(words)
    .map((word) => word.replaceAll(' ', '[ \\t]+'))
    .join('|');
const START = '(?:^[ \\t]*|(?<=[;{}])[ \\t]*)';
const WORD_START = '(?<![\\p{L}\\p{N}_.-])';
const END = '(?![\\p{L}\\p{N}_.-])';
const ID = '\\p{L}[\\p{L}\\p{N}\\p{M}_-]*';

function grammar() {
  const statements = new Set(KINDS.flatMap((kind) => Object.keys(kindRow(kind).rows)));
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'Integration plan',
    scopeName: 'source.iplan',
    patterns: [{ include: '#comment' }, { include: '#declaration' }, { include: '#waiver' }, { include: '#statement' }, { include: '#value' }],
    repository: {
      comment: { name: 'comment.line.number-sign.iplan', match: '#.*$' },
      declaration: {
        match: `${START}(${alternatives(KINDS.filter((kind) => kind !== 'waive'))})[ \\t]+(${ID})(?:[ \\t]*("(?!"")(?:[^"\\\\\\n]|\\\\.)*"?)|(?=[ \\t]*(?:"|[{};#]|$)))`,
        captures: {
          1: { name: 'keyword.declaration.iplan' },
          2: { name: 'entity.name.type.iplan' },
          3: { name: 'string.quoted.double.iplan entity.name.section.iplan' },
        },
      },
      waiver: {
        match: `${START}(waive)[ \\t]+([a-z]+/[a-z0-9-]+)`,
        captures: { 1: { name: 'keyword.declaration.iplan' }, 2: { name: 'support.constant.rule.iplan' } },
      },
      statement: { match: `${START}(${alternatives([...statements, ...KINDS])})${END}`, captures: { 1: { name: 'keyword.other.statement.iplan' } } },
      value: {
        patterns: [
          { include: '#long-text' },
          { include: '#text' },
          { include: '#unknown' },
          { include: '#date' },
          { include: '#number' },
          { include: '#currency' },
          { include: '#connector' },
          { include: '#reference' },
        ],
      },
      'long-text': {
        name: 'string.quoted.triple.iplan',
        begin: '"""',
        // What begins in column 0 with a kind that stands only at the top begins afresh, whatever was left open.
        end: `"""|^(?=(?:${alternatives(TOP_KINDS)})${END})`,
        beginCaptures: { 0: { name: 'punctuation.definition.string.begin.iplan' } },
        endCaptures: { 0: { name: 'punctuation.definition.string.end.iplan' } },
      },
      text: { name: 'string.quoted.double.iplan', begin: '"', end: '"|$', patterns: [{ name: 'constant.character.escape.iplan', match: '\\\\.' }] },
      unknown: { name: 'constant.language.unknown.iplan', match: `${WORD_START}(?:tbd|\\?\\?|X+%)${END}` },
      date: {
        name: 'constant.numeric.date.iplan',
        match: `${WORD_START}\\d{4}(?:-(?:\\d{2}(?:-\\d{2})?|Q[1-4])|/\\d{2,4})?${END}|${WORD_START}\\d{2}-\\d{2}${END}`,
      },
      number: { name: 'constant.numeric.iplan', match: `${WORD_START}\\d[\\d_]*(?:\\.\\d+)?(?:/\\d+|%)?(?![\\p{L}\\p{N}_-])` },
      currency: { name: 'constant.other.currency.iplan', match: `(?<=[\\d ])[A-Z]{3}${END}` },
      connector: { name: 'keyword.other.connector.iplan', match: `${WORD_START}(?:${alternatives(new Set([...CONNECTORS, ...FORMS]))})${END}` },
      reference: { name: 'variable.other.reference.iplan', match: `${ID}(?:\\.${ID})*` },
    },
  };
}

export const grammarFiles = () => ({ 'syntaxes/iplan.tmLanguage.json': `${JSON.stringify(grammar(), null, 2)}\n` });
