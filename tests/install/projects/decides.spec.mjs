// For test runners that bring `test` and `expect` along.
import { load } from 'partnercheck/inline';
import { decide } from './inline.mjs';
import { question } from './question.mjs';

test('a question is decided', async () => {
  expect((await load()).check(question).decision.until).toBe('2021-05-31');
});

// The jsdom of Jest has nothing that makes bytes of a text.
(typeof TextEncoder === 'undefined' ? test.skip : test)('a table is decided', async () => {
  const { verdict, statuses } = await decide();
  expect(verdict).toMatch(/31 mei 2021/);
  expect(statuses.deferred).toBe(2);
});
