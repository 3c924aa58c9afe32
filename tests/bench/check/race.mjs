// One question at a time, objects in and out.
import assert from 'node:assert/strict';
import { load } from 'partnercheck';
import { race, timed } from '../measure.mjs';
import * as byHand from './by-hand.mjs';
import { briefGist, gist } from './gist.mjs';
import { example, randomRequests } from './requests.mjs';

const shared = 'outcomes by the engine; days, names and the status in plain JavaScript';
const peers = [
  ['json-rules-engine', shared],
  ['json-logic-engine', `${shared}; rules compiled to JavaScript by \`new Function\``],
  ['zen-engine', `${shared}; native, not WebAssembly`],
  ['cedar-wasm', `${shared}; policies parsed beforehand`],
  ['cel-js', `${shared}; expression parsed beforehand`],
  ['publicodes', `${shared}; rules parsed beforehand`],
];

async function answers(decide, requests, times) {
  let answered;
  for (let time = 0; time < times; ++time) {
    answered = [];
    for (const request of requests) {
      const answer = decide(request);
      answered.push(answer instanceof Promise ? await answer : answer);
    }
  }
  return answered;
}

/** Where the time of one question goes. */
async function parts(rules, rounds) {
  const text = JSON.stringify(example);
  const answered = JSON.stringify(rules.check(example));
  const times = 100;
  const part = (name, work) => ({
    name,
    run: () =>
      timed(() => {
        for (let time = 0; time < times; ++time) {
          work();
        }
      }),
  });
  const all = [
    part('check, objects in and out', () => rules.check(example)),
    part('the request to text', () => JSON.stringify(example)),
    part(`the answer (${answered.length} characters) from text`, () => JSON.parse(answered)),
    part('check, a text in, an object out', () => rules.check(text)),
  ];
  return race(all, { rounds, warmUp: rounds, units: times, same() {} });
}

export async function raceChecks(native, { rounds, mixed }) {
  const rules = await load();
  const contestant = (name, note, decide) => ({
    name,
    note,
    run: (requests, times) => timed(() => answers(decide, requests, times)),
  });
  const check = contestant(
    'Partner Check',
    'WebAssembly; `check`: every finding with its inputs, limits, source and message, dates and next steps',
    (request) => rules.check(request).decision,
  );
  const decide = contestant(
    'Partner Check',
    'WebAssembly; `decide`: status, days, and the outcome of every rule; every request read strictly',
    (request) => rules.decide(request).decision,
  );
  const others = [
    contestant('by hand', 'plain JavaScript with date-fns; status, day, and the outcome of every rule', byHand.decide),
  ];
  for (const [name, note] of peers) {
    const { decide } = await import(`./peers/${name}.mjs`);
    others.push(contestant(name, note, decide));
  }
  const table = { parts: await parts(rules, rounds) };
  const mix = randomRequests(mixed, 20_210_520);
  for (const [what, ours, question, requests, times, told] of [
    ['example', check, 'check', [example], 100, gist],
    ['mix', check, 'check', mix, 3, gist],
    ['brief', decide, 'decide', mix, 3, briefGist],
  ]) {
    native.put(what, requests.map((request) => `${JSON.stringify(request)}\n`).join(''));
    const bound = [ours, ...others].map(({ name, note, run }) => ({ name, note, run: () => run(requests, times) }));
    bound.push({
      name: 'native build',
      note: 'the same core without WebAssembly; texts in and out',
      run: () => native.ask(question, what, times),
    });
    table[what] = await race(bound, {
      rounds,
      warmUp: rounds,
      units: requests.length * times,
      same: (answer, ours) => assert.deepEqual(answer.map(told), ours.map(told)),
    });
  }
  return table;
}
