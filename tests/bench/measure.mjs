// Times contestants in turns (A B C A B C …), so that whatever else the machine does falls on all of them.

/** `work` once: its answer, the seconds it took, and the seconds of processor time of this process. */
export async function timed(work) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const answer = await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { answer, seconds, cpu: (user + system) / 1e6 };
}

const quantile = (sorted, q) => sorted[Math.round((sorted.length - 1) * q)];
function summary(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/**
 * `contestants`: `{ name, run() -> { answer, seconds, cpu } }`, ours first. No time counts before `same(answer, ours)`
 * has found nothing to complain of, nor those of the rounds that warm up. `units`: what one run does, e.g. 200 questions.
 * `ratio`: the other's time by ours, of the runs of one round.
 */
export async function race(contestants, { rounds, warmUp = 1, units = 1, same }) {
  let ours;
  for (const { name, run } of contestants) {
    const { answer } = await run();
    ours ??= answer;
    try {
      same(answer, ours);
    } catch (error) {
      throw new Error(`${name} decides otherwise`, { cause: error });
    }
  }
  const runs = contestants.map(() => []);
  for (let round = -warmUp; round < rounds; ++round) {
    for (const [index, { run }] of contestants.entries()) {
      const { seconds, cpu } = await run();
      if (round < 0) {
        continue;
      }
      runs[index].push({ seconds: seconds / units, cpu: cpu / units });
    }
  }
  const of = (index, clock) => ({
    ...summary(runs[index].map((run) => run[clock])),
    ratio: summary(runs[index].map((run, round) => run[clock] / runs[0][round][clock])),
  });
  return contestants.map(({ name, note }, index) => ({
    name,
    note,
    seconds: of(index, 'seconds'),
    cpu: of(index, 'cpu'),
  }));
}
