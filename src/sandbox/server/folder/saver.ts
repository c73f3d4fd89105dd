/** Time between two saves that nobody waits for. */
const PAUSE_MS = 500;

/** Saves what changes, one save at a time: a save covers all changes before its start. */
export class Saver {
  readonly #save: () => Promise<void>;
  readonly #failed: (error: unknown) => void;
  #changes = 0;
  #covered = 0;
  #isHurried = false;
  #running: Promise<void> | undefined;
  #wake: (() => void) | undefined;

  /** `save` takes the state as it is when called and keeps it. */
  constructor(save: () => Promise<void>, failed: (error: unknown) => void) {
    this.#save = save;
    this.#failed = failed;
  }

  /** Something has changed; it is saved before long. */
  changed(): void {
    this.#changes += 1;
    this.#running ??= this.#run();
  }

  /** Fulfilled once everything that has changed until now is saved, or saving it has failed. */
  async saved(): Promise<void> {
    const wanted = this.#changes;
    while (this.#covered < wanted) {
      this.#isHurried = true;
      this.#wake?.();
      await this.#running;
    }
  }

  async #run(): Promise<void> {
    if (!this.#isHurried) await this.#pause();
    this.#isHurried = false;
    const covers = this.#changes;
    try {
      await this.#save();
    } catch (error) {
      this.#failed(error);
    }
    this.#covered = covers;
    this.#running = this.#changes > covers ? this.#run() : undefined;
  }

  async #pause(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PAUSE_MS);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }
}
