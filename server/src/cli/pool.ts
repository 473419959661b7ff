import type { Told, Verdict } from '../sight/verdict.ts';

/** Lets equal texts be one text: of a hundred thousand findings, most say what others say, at addresses that others have. */
export class Pool {
  readonly #texts = new Map<string, string>();

  /** The same verdict, with no text of its own that is known. */
  shared(verdict: Verdict): Verdict {
    return { ...verdict, problems: verdict.problems.map((problem) => this.#problem(problem)) };
  }

  #problem(problem: Told): Told {
    const { rule, message, instead, uri, related, identity } = problem;
    return {
      ...problem,
      rule: this.#text(rule),
      message: this.#text(message),
      ...(instead === undefined ? {} : { instead: this.#text(instead) }),
      uri: this.#text(uri),
      related: related.length === 0 ? NONE : related.map((place) => ({ ...place, uri: this.#text(place.uri), message: this.#text(place.message) })),
      identity: { plan: this.#text(identity.plan), rule: this.#text(identity.rule), about: identity.about.map((one) => this.#text(one)) },
    };
  }

  #text(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }
}

const NONE: Told['related'] = [];
