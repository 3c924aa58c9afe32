// Before a program (`node --import`): says on standard error what the process took, all its threads and its start
// among it.
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeSync(2, `${JSON.stringify({ seconds: performance.now() / 1000, cpu: (user + system) / 1e6 })}\n`);
  });
}
