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
/** No link starts earlier than as many days ago. */
const longest = 900;
const day = 86_400_000;

/** The table as CSV text, in pieces: a header, then one row for each link; the rows of a person stand together. */
export function* sampleTable({ rows, today, seed = 1 }: SampleOptions): Generator<string> {
  const random = mulberry32(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const last = Date.parse(today);
  const written = Array.from({ length: longest }, (_, ago) => new Date(last - ago * day).toISOString().slice(0, 10));
  let text = 'MCID,Organization,Started,Ended\r\n';
  let person = 990_000_000;
  for (let made = 0; made < rows; ) {
    person += 1 + below(40);
    const links = Math.min(1 + below(4), rows - made);
    const started = Array.from({ length: links }, () => below(longest)).sort((a, b) => b - a);
    started.forEach((ago, link) => {
      const organization = organizations[below(organizations.length)];
      // The next link ends this one; the last may stand.
      const ended = started[link + 1] ?? (below(4) === 0 ? below(ago + 1) : undefined);
      text += `${person},${organization},${written[ago]},${ended === undefined ? '' : written[ended]}\r\n`;
    });
    made += links;
    if (text.length > pieceLength) {
      yield text;
      text = '';
    }
  }
  if (text !== '') {
    yield text;
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
