// partnercheck check | ask | preview | plan | compare: requests in, one answer for each out, in their order.
import { load } from '../index.js';
import type { Failure } from '../answers.js';
import type { Decision } from '../contract.js';
import { loadWords } from '../text.js';
import { exitCodes, Failed, Interrupted, oneOf, someOf, UsageError, type Command, type Option } from './command.js';
import { faultLines, successOf } from './faults.js';
import { openInput } from './input.js';
import { requestsOf, type Line } from './lines.js';
import { localeOf, questionOptions, rulesetTexts, todayOf } from './options.js';
import { say, shown, write } from './output.js';
import { Readable, type Asked, type Call, type Success } from './readable.js';

const statuses = ['denied', 'needs_info', 'deferred', 'allowed'] as const;

const { ruleset: _, ...ofBoth } = questionOptions;
const bothRulesets: Option = { value: 'ID,ID', help: 'By which two rulesets, for requests that name none.' };

export function askCommand(call: Call, about: string): Command {
  return {
    usage: [`${call} [options] [FILE...]`],
    about: `${about}\nReads standard input where no FILE is named, or where it is -.`,
    options: {
      ...(call === 'compare' ? { ...ofBoth, rulesets: bothRulesets } : questionOptions),
      format: {
        value: 'FORMAT',
        help: 'ndjson: one answer a line; text: for people. Without it text on a terminal, otherwise ndjson.',
      },
      'fail-on': {
        value: 'LIST',
        help: `Exit with 1 when an answer is one of these, with commas between them: ${statuses.join(', ')}.${
          call === 'plan' ? '\nA plan that does not reach its goal counts as its last step.' : ''
        }`,
      },
    },
    notes: `A FILE holds one request in JSON, over as many lines as you like, or one request a line (NDJSON).
--today and --${call === 'compare' ? 'rulesets' : 'ruleset'} are for requests that name none themselves.

Exit code: 0 all are answered; 1 see --fail-on; 2 wrong usage, or a FILE cannot be read;
3 some requests were wrong (standard error says which, and why); 130 interrupted.`,

    async run(values, files, interrupted) {
      const today = todayOf(values);
      const format = oneOf('format', values.format, ['text', 'ndjson']) ?? (process.stdout.isTTY ? 'text' : 'ndjson');
      const failOn = someOf('fail-on', values['fail-on'], statuses) ?? [];
      const defaults = { today, ruleset: values.ruleset, rulesets: twoOf(values.rulesets) };
      const [rules, words] = await Promise.all([load(), loadWords(localeOf(values))]);
      for (const { name, text } of await rulesetTexts(values)) {
        successOf(words)(rules.loadRuleset(text), name);
      }
      const readable = new Readable(words, rules.describe());
      let asked = 0;
      let wrong = 0;
      let found = false;
      try {
        for (const name of files.length === 0 ? ['-'] : files) {
          const input = await openInput(name, interrupted);
          for await (const line of requestsOf(input.pieces)) {
            interrupted.throwIfAborted();
            const request = completed(line.text, defaults);
            const answer = inFile(rules[call](request.text), line);
            asked += 1;
            if (answer.type === 'failure') {
              wrong += 1;
              faultLines(words, answer, { name: input.name, number: line.number }).forEach(say);
            } else {
              const given = statusesOf(answer);
              found ||= failOn.some((one) => given.includes(one));
            }
            if (format === 'ndjson') {
              await write(`${JSON.stringify(answer)}\n`);
            } else if (answer.type === 'success') {
              const heading = asked === 1 ? '' : `\n${input.name}:${line.number}\n`;
              await write(shown(heading + readable.answer(answer, request)));
            }
          }
        }
      } catch (error) {
        throw interrupted.aborted
          ? new Interrupted(`interrupted: ${asked} requests are answered, the rest were not asked`)
          : error;
      }
      if (asked === 0) {
        throw new Failed('there is no request to answer');
      }
      return wrong > 0 ? exitCodes.partly : found ? exitCodes.decidedOtherwise : exitCodes.done;
    },
  };
}

/** What --fail-on looks at. */
function statusesOf(answer: Success): (Decision['status'] | undefined)[] {
  if ('decision' in answer) {
    return [answer.decision.status];
  }
  if ('decisions' in answer) {
    return answer.decisions.map(({ status }) => status);
  }
  return 'plan' in answer ? [answer.plan.reached ? 'allowed' : answer.plan.steps.at(-1)?.status] : [answer.status];
}

/** @throws UsageError */
function twoOf(rulesets: unknown): string[] | undefined {
  const both = rulesets === undefined ? undefined : String(rulesets).split(',');
  if (both !== undefined && both.length !== 2) {
    throw new UsageError(`--rulesets ${both.join()}: write two, with a comma between them`);
  }
  return both;
}

/** With what the request does not say itself. Behind all else, so that lines and columns stay what they are. */
function completed(text: string, defaults: Record<string, unknown>): Asked & { text: string } {
  const today = String(defaults.today);
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return { text, today }; // the core says what is wrong with it
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) {
    return { text, today };
  }
  const members = Object.entries(defaults)
    .filter(([key, value]) => value !== undefined && !Object.hasOwn(read, key))
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  const end = text.lastIndexOf('}');
  const comma = Object.keys(read).length > 0 && members.length > 0 ? ',' : '';
  const { action, goal } = read as { action?: unknown; goal?: unknown };
  return {
    text: text.slice(0, end) + comma + members.join() + text.slice(end),
    today: 'today' in read ? String(read.today) : today,
    action: typeOf(action),
    goal: typeOf(goal),
  };
}

/** Of an action or a goal that the core has accepted; whatever else stands there has been refused by it. */
const typeOf = (asked: unknown): string => String((asked as { type?: unknown } | undefined)?.type ?? '');

/** The lines of a fault are counted from the beginning of the file. */
function inFile<T extends { type: 'success' } | Failure>(answer: T, { number }: Line): T {
  if (answer.type === 'success' || number === 1) {
    return answer;
  }
  const moved = (line: unknown): unknown => (typeof line === 'number' ? line + number - 1 : line);
  const errors = (answer as Failure).errors.map((error) => ({
    ...error,
    ...(error.line === undefined ? {} : { line: moved(error.line) }),
    ...(error.details?.line === undefined ? {} : { details: { ...error.details, line: moved(error.details.line) } }),
  }));
  return { ...answer, errors } as T;
}
