// A run as words and tables.

const units = [
  [1, 's'],
  [1e-3, 'ms'],
  [1e-6, 'µs'],
  [1e-9, 'ns'],
];
export const digits = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
export function time(seconds) {
  const [size, unit] = units.find(([least]) => seconds >= least) ?? units.at(-1);
  return `${digits(seconds / size)} ${unit}`;
}
const times = (ratio) => `${digits(ratio)}×`;
const bytes = (count) => (count >= 1 << 20 ? `${digits(count / (1 << 20))} MB` : `${digits(count / 1024)} KB`);
const spread = ({ low, high }) => `${time(low)} – ${time(high)}`;

function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const numbers = heads.map((_, index) => (index === 0 || heads[index] === '' ? '---' : '---:'));
  return [line(heads), line(numbers), ...rows.map(line)].join('\n');
}

const ratio = ({ median, low, high }) => `${times(median)} (${digits(low)} – ${digits(high)})`;
function raceTable(results) {
  return table(
    ['', 'time', 'middle half', 'ratio', 'processor', 'ratio', ''],
    results.map(({ name, note, seconds, cpu }, index) => [
      index === 0 ? `**${name}**` : name,
      time(seconds.median),
      spread(seconds),
      index === 0 ? '1' : ratio(seconds.ratio),
      time(cpu.median),
      index === 0 ? '1' : ratio(cpu.ratio),
      note ?? '',
    ]),
  );
}

function partsTable(parts) {
  return table(
    ['', 'processor', 'of the whole'],
    parts.map(({ name, cpu }) => [name, time(cpu.median), `${Math.round(cpu.ratio.median * 100)} %`]),
  );
}

const clockName = (clock) => (clock === 'cpu' ? 'processor' : 'time');
function growthTable(sizes, clock) {
  return table(
    ['rows', 'bytes', clockName(clock), 'a row', 'memory'],
    sizes.map(({ rows, bytes: size, [clock]: { median }, heap }) => [
      rows.toLocaleString('en-US'),
      bytes(size),
      time(median),
      time(median / rows),
      bytes(heap),
    ]),
  );
}

/** Time, since that is what jobs are for, whatever else the machine does; and what they cost more. */
function jobsTable({ jobs, totals, csv }) {
  const faster = ({ seconds }, index) => (index === 0 ? '1' : times(1 / seconds.ratio.median));
  return table(
    ['jobs', 'totals, time', 'faster', 'processor', 'CSV, time', 'faster', 'processor'],
    jobs.map((number, index) => [
      number,
      ...[totals[index], csv[index]].flatMap((raced) => [
        time(raced.seconds.median),
        faster(raced, index),
        time(raced.cpu.median),
      ]),
    ]),
  );
}

function startsTable(starts, clock) {
  return table(
    ['', 'WebAssembly and glue', 'gzip', `to compile, ${clockName(clock)}`, `to the first answer, ${clockName(clock)}`],
    starts.map(({ name, raw, gzip, compile, answer }) => [
      name,
      bytes(raw),
      bytes(gzip),
      time(compile[clock].median),
      time(answer[clock].median),
    ]),
  );
}

export function sizesTable(parts) {
  return table(
    ['', 'bytes', 'gzip'],
    parts.map(({ name, raw, gzip }) => [name, bytes(raw), bytes(gzip)]),
  );
}

/** On a busy machine the time on the wall is that of the others. */
const busyFrom = 0.5;
export const clockOf = ({ machine }) => (machine.load > busyFrom ? 'cpu' : 'seconds');

/** The budgets, and whether this run kept to them. */
export function budgets(measured) {
  const { checks, tables, columns, starts } = measured;
  const clock = clockOf(measured);
  const firstAnswer = starts[0].answer[clock].median;
  const ratioOf = (results, name) => results.find((result) => result.name === name)[clock].ratio.median;
  const engines = checks.brief.filter(({ note }) => note.includes('by the engine'));
  const fastest = engines.toSorted((a, b) => a[clock].ratio.median - b[clock].ratio.median)[0];
  const byHand = 1 / ratioOf(checks.mix, 'by hand');
  const perPerson = columns.table[0][clock].median;
  const toNative = 1 / ratioOf(columns.table, 'native build');
  const papa = ratioOf(tables.table, 'Papa Parse');
  const duckdb = ratioOf(tables.table, 'DuckDB-Wasm');
  return [
    {
      what: 'one decision in brief, the mix, against the fastest rules engine',
      goal: 'faster than each',
      reached: `${fastest.name} takes ${times(fastest[clock].ratio.median)} our time`,
      met: fastest[clock].ratio.median > 1,
    },
    {
      what: 'one check, the mix, against JavaScript by hand',
      goal: 'at most 3×',
      reached: times(byHand),
      met: byHand <= 3,
    },
    { what: 'typed columns, a person', goal: 'at most 10 ns', reached: time(perPerson), met: perPerson <= 10e-9 },
    {
      what: 'typed columns against the native build',
      goal: 'at most 1.3×',
      reached: times(toNative),
      met: toNative <= 1.3,
    },
    {
      what: `a table of ${tables.rows.toLocaleString('en-US')} rows, Papa Parse and JavaScript against it`,
      goal: 'at least 20×',
      reached: times(papa),
      met: papa >= 20,
    },
    { what: 'the same table, DuckDB-Wasm against it', goal: 'at least 5×', reached: times(duckdb), met: duckdb >= 5 },
    {
      what: 'memory of WebAssembly once it is decided',
      goal: 'at most 32 MB',
      reached: bytes(tables.heap),
      met: tables.heap <= 32 * 2 ** 20,
    },
    {
      what: 'WebAssembly and glue of one check, gzip',
      goal: 'at most 80 KB',
      reached: bytes(starts[0].gzip),
      met: starts[0].gzip <= 80 * 1024,
    },
    {
      what: 'from the files to the first answer',
      goal: 'at most 15 ms',
      reached: time(firstAnswer),
      met: firstAnswer <= 15e-3,
    },
  ];
}

/** What of the size can hardly be any less: the rules, and what they are made of. */
const essential = (sizes) =>
  sizes.filter(({ name }) => /^(the rules|data)/.test(name)).reduce((sum, { gzip }) => sum + gzip, 0);

/** What keeps each budget that was missed, as this run measured it. */
function limits(measured) {
  const { checks, tables, starts, steps, sizes } = measured;
  const clock = clockOf(measured);
  const of = (results, name) => results.find((result) => result.name === name)[clock];
  const [ours, native] = [tables.table[0][clock], of(tables.table, 'native build')];
  const [papa, duckdb, byHand] = [
    of(tables.table, 'Papa Parse'),
    of(tables.table, 'DuckDB-Wasm'),
    of(checks.mix, 'by hand'),
  ];
  const compile = starts[0].compile[clock].median;
  const [modules, load, first, again] = steps.map(({ [clock]: { median } }) => median);
  const bound = {
    'one check': `JavaScript by hand takes ${spread(byHand)} in the middle half of the rounds, we ${spread(checks.mix[0][clock])}: what an engine makes of either differs from run to run. Reading and writing JSON is most of ours ([where it goes](#where-the-time-of-one-question-goes)), and the JavaScript by hand does neither.`,
    'a table': `The native build of the same core takes ${times(native.median / ours.median)} our time, so without WebAssembly it would be ${times(papa.median / native.median)}. The middle half of the rounds is ${digits(papa.ratio.low)}× to ${digits(papa.ratio.high)}×.`,
    'the same table': `In the same way, ${times(duckdb.median / native.median)} without WebAssembly; the middle half is ${digits(duckdb.ratio.low)}× to ${digits(duckdb.ratio.high)}×.`,
    'WebAssembly and glue': `The rules and the data are ${bytes(essential(sizes))}, packed, and leave ${bytes(80 * 1024 - essential(sizes))} for reading and writing JSON, the standard library, memory, Embind and the glue, which take ${bytes(sizes.reduce((sum, { gzip }) => sum + gzip, 0) - essential(sizes))}.`,
    'from the files': `Importing the modules takes ${time(modules)}, compiling the core ${time(compile)} of the ${time(load)} of load, before anything of ours runs; the first check takes ${time(first)} and the same again ${time(again)}, the difference being functions that the engine compiles when they are called first.`,
  };
  return budgets(measured)
    .filter(({ met }) => !met)
    .map(({ what }) => {
      const [, text] = Object.entries(bound).find(([name]) => what.startsWith(name)) ?? [];
      return `* ${what}${text === undefined ? '.' : `: ${text}`}`;
    })
    .join('\n');
}

function sections(measured) {
  const { checks, tables, columns, growth, jobs, starts, steps, sizes } = measured;
  const clock = clockOf(measured);
  return [
    ['One question', 'The example of docs/javascript.md, again and again.', raceTable(checks.example)],
    ['One question, a mix', 'Random valid questions whether somebody may be linked.', raceTable(checks.mix)],
    [
      'One decision in brief, the mix',
      'The same questions, where nothing but the status, the days and the outcome of every rule is wanted.',
      raceTable(checks.brief),
    ],
    ['Where the time of one question goes', undefined, partsTable(checks.parts)],
    [
      'A table',
      `${tables.rows.toLocaleString('en-US')} rows of the generator, ${bytes(tables.bytes)}, from bytes to one decision for each person.`,
      raceTable(tables.table),
    ],
    ['Where the time of a table goes', undefined, partsTable(tables.parts)],
    [
      'Typed columns',
      `${columns.people.toLocaleString('en-US')} people with ${columns.perPerson} starts at most; the times are for one person.`,
      raceTable(columns.table),
    ],
    [
      'Growth',
      'Each size with an instance of its own; the memory is that of WebAssembly once the first table is decided.',
      growthTable(growth, clock),
    ],
    [
      'Jobs',
      `${jobs.rows.toLocaleString('en-US')} rows in a file, ${bytes(jobs.bytes)}, through \`partnercheck roster --jobs\`, each time in a process of its own and with its start; the bytes that come out are the same.`,
      jobsTable(jobs),
    ],
    [
      'Start-up',
      'Each time in a process of its own, from the files on disk to the first answer.',
      startsTable(starts, clock),
    ],
    [
      'Where the time of a start goes',
      `The same question again takes ${time(steps.at(-1)[clock].median)}: the rest of the first one is the engine's, which compiles each function when it is called first, and the numbers of the documents, which are read then.`,
      table(
        ['', clockName(clock)],
        steps.map(({ name, [clock]: { median } }) => [name, time(median)]),
      ),
    ],
    [
      'What the bytes are',
      'WebAssembly and glue of one check, each part packed by itself, which is a little more than packed together.',
      sizesTable(sizes),
    ],
  ];
}

export function plainTables(measured) {
  return sections(measured)
    .map(([title, text, body]) => [title, text, body].filter(Boolean).join('\n'))
    .join('\n\n');
}

export function document(measured) {
  const { machine } = measured;
  const busy =
    clockOf(measured) === 'cpu'
      ? `\n\n**The machine was busy with other work** (${digits(machine.load)} processes for each core when the run began): what is longer on
the clock may have waited for others. The budgets and the picture therefore go by processor time.`
      : '';
  const missed = limits(measured);
  const kept = budgets(measured).map(({ what, goal, reached, met }) => [
    what,
    goal,
    reached,
    met ? 'met' : '**missed**',
  ]);
  return `# Benchmarks

Written by \`npm run bench\` on ${machine.on}: ${machine.cpu}, ${machine.cores} cores, Node.js ${machine.node}, load ${digits(machine.load)} for each core at the start.${busy}

![Bars: one question, a table and typed columns, each contestant's median](benchmarks.svg)

${table(['budget', 'goal', 'in this run', ''], kept)}

${missed === '' ? '' : `What keeps those that were missed:\n\n${missed}\n\n`}${sections(measured)
  .map(([title, text, body]) => [`## ${title}`, text, body].filter(Boolean).join('\n\n'))
  .join('\n\n')}

## How

* All contestants of a table run in turns, round after round, in one process; the native build runs in a process that waits
  between its turns. The median and the middle half of the rounds are given. A ratio is taken within a round, the other's time
  by ours, and its median is given: 2× is twice our time. "Processor" is the time for which the process was computing, on all
  its threads, the collection of garbage and the compiler among them.
* No time counts before the answers were found equal: of a question the status, the day and the outcome of every rule, of a
  table the status and the day of every person.
* The rules engines get the days, the names and the combination of the outcomes into a status from plain JavaScript, which all of
  them share, since none of them can say all of it. They check no request and give no reasons: Partner Check's time holds
  reading the question strictly, and every finding with its inputs, limits, source and message.
* The JavaScript by hand takes its input for well formed, and knows one ruleset.
* The peers and their versions stand in \`tests/bench/package.json\`; the sources of all contestants beside it.
`;
}
