/** The files that a live page leads to. The page names each by its number in this list: it holds no address, and none is taken from it. */
export class Numbered {
  readonly files: string[] = [];
  readonly #numbers = new Map<string, string>();

  /** The number of an address, which is added where it is new. */
  of(address: string): string {
    let number = this.#numbers.get(address);
    if (number === undefined) this.#numbers.set(address, (number = `${this.files.push(address) - 1}`));
    return number;
  }
}
