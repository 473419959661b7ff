import type { Told, Verdict } from '../sight/verdict.ts';
import { NONE } from '../text/lists.ts';

/**
 * Lets equal texts be one text: of a hundred thousand findings, most say what others say, at addresses that others have. What it gives
 * back holds nothing else: a piece of a text would hold the whole of it.
 */
export class Pool {
  readonly #texts = new Map<string, string>();

  /** The same verdict, with no text of its own that is known. */
  shared({ plan, problems, ...verdict }: Verdict): Verdict {
    return {
      ...verdict,
      ...(plan && {
        plan: {
          id: this.#text(plan.id),
          title: this.#text(plan.title),
          uri: this.#text(plan.uri),
          levels: this.#all(plan.levels),
          kind: this.#text(plan.kind),
        },
      }),
      problems: problems.map((problem) => this.#problem(problem)),
    };
  }

  #problem(problem: Told): Told {
    const { rule, message, instead, uri, related, waived, identity, mend } = problem;
    return {
      ...problem,
      rule: this.#text(rule),
      message: this.#text(message),
      ...(instead === undefined ? {} : { instead: this.#text(instead) }),
      uri: this.#text(uri),
      related: related.length === 0 ? NONE : related.map((place) => ({ ...place, uri: this.#text(place.uri), message: this.#text(place.message) })),
      ...(waived === undefined ? {} : { waived: Object.fromEntries(Object.entries(waived).map(([name, text]) => [name, this.#text(text)])) }),
      identity: { plan: this.#text(identity.plan), rule: this.#text(identity.rule), about: this.#all(identity.about) },
      ...(mend === undefined ? {} : { mend: { ...mend, text: this.#text(mend.text) } }),
    };
  }

  #all(texts: readonly string[]): readonly string[] {
    return texts.map((text) => this.#text(text));
  }

  #text(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const own = JSON.parse(JSON.stringify(text)) as string;
    this.#texts.set(own, own);
    return own;
  }
}
