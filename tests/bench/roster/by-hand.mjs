// What the rules come to for somebody with a work account and a certification, in days since 1970: only the latest start
// and the third latest matter. Shared by all contestants in JavaScript.
import { noDay } from 'partnercheck/roster';
import { today } from './question.mjs';

const day = 86_400_000;
const coolOffDays = 30;
export const dayOf = (text) => Date.parse(text) / day;

const now = dayOf(today);
const year = Number(today.slice(0, 4));
const yearBegins = dayOf(`${year}-01-01`);
const yearEnds = dayOf(`${year + 1}-01-01`);

/** For a start so many days ago: the day on which it leaves the last 12 months. */
const leaves = Int32Array.from({ length: 367 }, (_, ago) => {
  const date = new Date((now - ago) * day);
  const month = date.getUTCMonth();
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.getTime() / day - (date.getUTCMonth() === month ? 0 : 1); // 29 February becomes the 28th
});

export const [needsInfo, deferred, allowed] = [1, 2, 3];

/** Writes the decision of person `index`; `noDay` for a start that there is not. */
export function decide(latest, third, index, statuses, untils) {
  const inYear = third >= yearBegins;
  const leavesOn = now - third < leaves.length ? leaves[now - third] : noDay;
  const inMonths = leavesOn > now;
  const coolOff = latest === noDay ? noDay : latest + coolOffDays;
  const certain = Math.max(coolOff, inYear ? yearEnds : noDay, inMonths ? leavesOn : noDay);
  if (certain <= now) {
    statuses[index] = allowed;
    untils[index] = noDay;
  } else if (coolOff > now || (inYear && inMonths)) {
    statuses[index] = deferred;
    untils[index] = certain;
  } else {
    statuses[index] = needsInfo;
    untils[index] = noDay;
  }
}

/** `people`: a map from a name to the days of the starts. */
export function decideAll(people) {
  const statuses = new Uint8Array(people.size);
  const untils = new Int32Array(people.size);
  let index = 0;
  for (const starts of people.values()) {
    starts.sort((a, b) => b - a);
    decide(starts[0] ?? noDay, starts[2] ?? noDay, index, statuses, untils);
    index += 1;
  }
  return { statuses, untils };
}

export function addStart(people, name, start) {
  const starts = people.get(name);
  if (starts === undefined) {
    people.set(name, [start]);
  } else {
    starts.push(start);
  }
}
