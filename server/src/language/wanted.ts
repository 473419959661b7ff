import { say, told } from '../text/say.ts';
import { either, type Noun, withArticle } from './nouns.ts';
import type { Expectation } from './shape.ts';

/** What would be taken at a place, in a planner's words: `a date such as 2027`, `the name of an actor or a body`, `one of draft or adopted`. */
export function wanted({ says, words, kinds }: Expectation): string {
  if (says !== undefined) return told(says);
  if (kinds !== undefined) return say`the name of ${either(kinds.map((kind) => withArticle(kind as Noun)))}`;
  return words?.length === 1 ? `"${words[0]?.word}"` : say`one of ${either((words ?? []).map(({ word }) => word))}`;
}
