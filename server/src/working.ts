import type { Connection } from 'vscode-languageserver';

/** Work that ends sooner than this is not worth a word, in milliseconds. */
const SHORT = 250;

/** Shows in the editor, where it can, that plans are being read, and how far that has come. */
export class Working {
  readonly #connection: Connection;
  #tell: ((done: number, all: number) => void) | undefined;
  #works: Promise<unknown> = Promise.resolve();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** How many files have been read, of how many that are known of. */
  step(done: number, all: number): void {
    this.#tell?.(done, all);
  }

  /** One work is shown after the other. An editor that shows none costs nobody anything. */
  during(title: string, work: Promise<unknown>): void {
    this.#works = this.#works.then(() => this.#show(title, work)).catch(() => {});
  }

  async #show(title: string, work: Promise<unknown>): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<true>((resolve) => {
      timer = setTimeout(() => resolve(true), SHORT);
    });
    const isLong = await Promise.race([late, work.then(() => false)]);
    clearTimeout(timer);
    if (!isLong) return;
    const progress = await this.#connection.window.createWorkDoneProgress();
    progress.begin(title, 0);
    this.#tell = (done, all) => progress.report(Math.round((100 * done) / all), `${done} of ${all} files`);
    try {
      await work;
    } finally {
      this.#tell = undefined;
      progress.done();
    }
  }
}
