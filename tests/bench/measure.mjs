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
 * has found nothing to complain of, nor the times of the first round. `units`: what one run does, e.g. 200 questions.
 * Ratios are those of the runs of one round, the other's time by ours.
 */
export async function race(contestants, { rounds, units = 1, same }) {
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
  for (let round = 0; round < rounds; ++round) {
    for (const [index, { run }] of contestants.entries()) {
      const { seconds, cpu } = await run();
      runs[index].push({ seconds: seconds / units, cpu: cpu === undefined ? undefined : cpu / units });
    }
  }
  return contestants.map(({ name, note }, index) => ({
    name,
    note,
    seconds: summary(runs[index].map(({ seconds }) => seconds)),
    cpu: runs[index][0].cpu === undefined ? undefined : summary(runs[index].map(({ cpu }) => cpu)),
    ratio: summary(runs[index].map(({ seconds }, round) => seconds / runs[0][round].seconds)),
  }));
}
