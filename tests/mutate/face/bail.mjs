import { writeSync } from 'node:fs';

// A reporter that ends with the first test that fails: more of them do not make a mutant more dead.
export default async function bail(events) {
  for await (const { type, data } of events) {
    if (type === 'test:fail') {
      // What is yielded would not be written any more.
      writeSync(2, `${data.name}: ${data.details.error.message}\n`);
      process.exit(1);
    }
  }
}
