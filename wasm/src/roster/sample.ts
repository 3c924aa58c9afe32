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

/** The same in ASCII. Written by four letters at a time: letter by letter takes half as long again, a text for each row six times. */
export function* sampleBytes({ rows, today, seed = 1 }: SampleOptions): Generator<Uint8Array<ArrayBuffer>> {
  const random = mulberry32(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const last = Date.parse(today);
  const days = Array.from({ length: longest }, (_, ago) =>
    lettersOf(new Date(last - ago * day).toISOString().slice(0, 10)),
  );
  const names = organizations.map((name) => lettersOf(`,${name},`));
  const header = lettersOf('MCID,Organization,Started,Ended\r\n');
  const comma = lettersOf(',');
  const lineEnd = lettersOf('\r\n');
  const started = new Int16Array(mostLinks);
  let person = 990_000_000;
  const number = lettersOf('0'.repeat(12)); // room for any
  let made = 0;

  /** One more person. Where the next one begins. */
  const writePerson = (piece: DataView, from: number): number => {
    let at = from;
    person += 1 + below(40);
    setLetters(number, String(person));
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
      at = write(piece, at, number);
      at = write(piece, at, names[below(names.length)] as Letters);
      at = write(piece, at, days[ago] as Letters);
      at = write(piece, at, comma);
      // The next link ends this one; the last may stand.
      const ended = link + 1 < links ? started[link + 1] : below(4) === 0 ? below(ago + 1) : undefined;
      if (ended !== undefined) {
        at = write(piece, at, days[ended] as Letters);
      }
      at = write(piece, at, lineEnd);
    }
    made += links;
    return at;
  };

  do {
    const piece = new DataView(new ArrayBuffer(pieceLength + longestPerson));
    let at = made === 0 ? write(piece, 0, header) : 0;
    while (made < rows && at <= pieceLength) {
      at = writePerson(piece, at);
    }
    yield new Uint8Array(piece.buffer, 0, at);
  } while (made < rows);
}

/** ASCII, four letters in a word. */
interface Letters {
  words: Uint32Array;
  length: number;
}

function lettersOf(text: string): Letters {
  const letters = { words: new Uint32Array(Math.ceil(text.length / 4)), length: 0 };
  setLetters(letters, text);
  return letters;
}

/** Requires words for all of `text`. */
function setLetters(letters: Letters, text: string): void {
  const { words } = letters;
  letters.length = text.length;
  words.fill(0);
  for (let index = 0; index < text.length; ++index) {
    words[index >> 2] = (words[index >> 2] as number) | (text.charCodeAt(index) << (8 * (index & 3)));
  }
}

/** The place behind them. What the last word has too many of is written over by what follows. */
function write(piece: DataView, at: number, { words, length }: Letters): number {
  for (let index = 0; index < words.length; ++index) {
    piece.setUint32(at + 4 * index, words[index] as number, true);
  }
  return at + length;
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
