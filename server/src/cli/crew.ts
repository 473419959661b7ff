import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Configs, type Overrides } from '../config/configs.ts';
import { giveThreadsRoom } from '../host/memory.ts';
import { type Bundle, speak } from '../text/say.ts';
import { type Judged, type Part, Reader } from './parts.ts';

/** What a worker knows from the beginning. */
interface Briefing {
  readonly crew: true;
  readonly ids: readonly string[];
  readonly configTexts: ReadonlyMap<string, string>;
  readonly overrides: Overrides;
  readonly language: string;
  readonly texts: Bundle | undefined;
}

/** Threads that judge parts beside this one. */
export class Crew {
  readonly #workers: readonly Worker[];

  constructor(size: number, briefing: Omit<Briefing, 'crew'>) {
    giveThreadsRoom();
    this.#workers = Array.from({ length: size }, () => new Worker(new URL(import.meta.url), { workerData: { ...briefing, crew: true } satisfies Briefing }));
  }

  /**
   * Lets every worker take parts until there are none left; a worker that fails fails the whole. The next part lies ready while one is
   * judged: this thread judges too, and only looks around in between.
   */
  async work(next: () => Part | undefined, done: (part: Part, judged: Judged) => void): Promise<void> {
    await Promise.all(
      this.#workers.map(
        (worker) =>
          new Promise<void>((resolve, reject) => {
            const given: Part[] = [];
            const give = () => {
              const part = next();
              if (part === undefined) return;
              given.push(part);
              worker.postMessage(part);
            };
            worker.on('error', reject);
            worker.on('message', (judged: Judged) => {
              const part = given.shift() as Part;
              give();
              done(part, judged);
              if (given.length === 0) resolve();
            });
            give();
            give();
            if (given.length === 0) resolve();
          }),
      ),
    );
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

if (!isMainThread && (workerData as Briefing | undefined)?.crew === true) {
  const { ids, configTexts, overrides, language, texts } = workerData as Briefing;
  speak(language, texts);
  const configs = new Configs(configTexts, overrides);
  const reader = new Reader(ids, (uri) => configs.settingsOf(uri));
  parentPort?.on('message', (part: Part) => parentPort?.postMessage(reader.judge(part)));
}
