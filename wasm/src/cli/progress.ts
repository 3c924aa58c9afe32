// How far a run is, on standard error.

const everyMilliseconds = 250;

export class Progress {
  #started = performance.now();
  /** A short run says nothing. */
  #said = this.#started;
  #width = 0;

  constructor(
    private readonly wanted: boolean,
    private readonly bytes: number | undefined,
  ) {}

  reading(rows: number, people: number, bytesRead: number): void {
    const seconds = (performance.now() - this.#started) / 1000;
    const part = this.bytes === undefined ? '' : ` (${Math.floor((100 * bytesRead) / this.bytes)} %)`;
    this.#say(() => `${count(rows)} rows${part}, ${count(people)} people, ${count(Math.round(rows / seconds))} rows/s`);
  }

  writing(written: number, all: number): void {
    // Rows on the same terminal show it themselves.
    if (process.stdout.isTTY) {
      return;
    }
    this.#say(() => `${count(written)} of ${count(all)} rows written`);
  }

  /** Leaves no half line for what is said next. */
  end(): void {
    if (this.#width > 0) {
      process.stderr.write(`\r${' '.repeat(this.#width)}\r`);
      this.#width = 0;
    }
  }

  #say(text: () => string): void {
    const now = performance.now();
    if (!this.wanted || now - this.#said < everyMilliseconds) {
      return;
    }
    this.#said = now;
    const line = text();
    if (process.stderr.isTTY) {
      process.stderr.write(`\r${line.padEnd(this.#width)}`);
      this.#width = line.length;
    } else {
      process.stderr.write(`${line}\n`);
    }
  }
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
