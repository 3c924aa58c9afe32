// Tables of invented people, the same for the same options.

export interface SampleOptions {
  /** Rows without the header. */
  rows: number;
  /** No link starts or ends after this day. */
  today: string;
  seed?: number;
}

const organizations = [
  'Contoso',
  'Fabrikam',
  'Northwind Traders',
  'Adventure Works Cycles',
  'Tailspin Toys',
  '"Wide World Importers, Learning"',
  'Graphic Design Institute',
  'School of Fine Art',
];
const pieceLength = 1 << 20;
const mostLinks = 4;
/** More bytes than the rows of one person have. */
const longestPerson = 1 << 10;
/** No link starts earlier than as many days ago. */
const longest = 900;
const day = 86_400_000;

/** The table as CSV text, in pieces: a header, then one row for each link; the rows of a person stand together. */
export function* sampleTable(options: SampleOptions): Generator<string> {
  const decoder = new TextDecoder();
  for (const piece of sampleBytes(options)) {
    yield decoder.decode(piece);
  }
}

/** The same in ASCII. Written letter by letter: a text for each row takes four times as long. */
export function* sampleBytes({ rows, today, seed = 1 }: SampleOptions): Generator<Uint8Array<ArrayBuffer>> {
  const random = mulberry32(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const last = Date.parse(today);
  const days = Array.from({ length: longest }, (_, ago) => new Date(last - ago * day).toISOString().slice(0, 10));
  const started = new Int16Array(mostLinks);

  let piece = new Uint8Array(pieceLength + longestPerson);
  let at = 0;
  const write = (ascii: string): void => {
    for (let index = 0; index < ascii.length; ++index) {
      piece[at++] = ascii.charCodeAt(index);
    }
  };
  write('MCID,Organization,Started,Ended\r\n');
  let person = 990_000_000;
  for (let made = 0; made < rows; ) {
    person += 1 + below(40);
    const number = String(person);
    const links = Math.min(1 + below(mostLinks), rows - made);
    for (let link = 0; link < links; ++link) {
      const ago = below(longest);
      let place = link;
      for (; place > 0 && (started[place - 1] as number) < ago; --place) {
        started[place] = started[place - 1] as number;
      }
      started[place] = ago;
    }
    for (let link = 0; link < links; ++link) {
      const ago = started[link] as number;
      write(number);
      write(',');
      write(organizations[below(organizations.length)] as string);
      write(',');
      write(days[ago] as string);
      write(',');
      // The next link ends this one; the last may stand.
      const ended = link + 1 < links ? started[link + 1] : below(4) === 0 ? below(ago + 1) : undefined;
      write(ended === undefined ? '' : (days[ended] as string));
      write('\r\n');
    }
    made += links;
    if (at > pieceLength) {
      yield piece.subarray(0, at);
      piece = new Uint8Array(pieceLength + longestPerson);
      at = 0;
    }
  }
  if (at > 0) {
    yield piece.subarray(0, at);
  }
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
