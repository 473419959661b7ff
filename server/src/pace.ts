/** How long work may go on before messages are looked at, in milliseconds. */
const SLICE = 10;
/** For so long after a question the next one is waited for; who asks without end gets the turn so long, and then the work goes on. */
const QUIET = 25;
const LONGEST = 100;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Makes the function to call after every step of long work: from time to time it waits, so that messages are looked at. */
export function slices(breathe = () => wait(0)): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await breathe();
    since = performance.now();
  };
}

/** Lets long work give way to whoever asks something short: a hover waits for one slice of it, and the next hovers for none. */
export class Pace {
  #asked = Number.NEGATIVE_INFINITY;
  readonly #resting = new Set<() => void>();

  /** Something is asked now. */
  asked(): void {
    this.#asked = performance.now();
  }

  /** For how long nothing has been asked, in milliseconds. */
  get quiet(): number {
    return performance.now() - this.#asked;
  }

  /** Nothing more will be asked: what rests goes on, to see that it has become pointless. */
  end(): void {
    this.#asked = Number.NEGATIVE_INFINITY;
    for (const goOn of this.#resting) goOn();
  }

  slices(): () => Promise<void> {
    return slices(async () => {
      const since = performance.now();
      await wait(0);
      for (let now = performance.now(); now - this.#asked < QUIET && now - since < LONGEST; now = performance.now())
        await this.#rest(QUIET - (now - this.#asked));
    });
  }

  #rest(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const goOn = () => {
        clearTimeout(timer);
        this.#resting.delete(goOn);
        resolve();
      };
      const timer = setTimeout(goOn, milliseconds);
      this.#resting.add(goOn);
    });
  }
}
