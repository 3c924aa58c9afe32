// One instance of the rule core, made from a compiled module: texts in; texts, or a decision in brief, out. Its glue is
// Emscripten's; nothing else touches it.
import type { BriefDecision } from './contract.js';
import { instantiate } from './compile.js';
import { decode, encode, encodeInto } from './utf8.js';
// @ts-expect-error The glue comes with the build and has no types of its own.
import glue from './partnercheck-core.mjs';

const questions = ['check', 'decide', 'ask', 'preview', 'plan', 'compare', 'read_date', 'load_ruleset'] as const;
type Texts = Record<(typeof questions)[number], (text: string) => string>;

export interface RuleCore extends Texts {
  /** As `decide`, and no text is written or read but a failure. */
  decideBriefly(text: string): { type: 'success'; decision: BriefDecision } | string;
  describe(): string;
}

/** What wasm/bindings.cpp says of each. */
interface Bindings extends Record<keyof Texts, (size: number) => number> {
  /** All of the memory; others when it has grown. */
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  readonly HEAP32: Int32Array<ArrayBuffer>;
  prepare(most: number): number;
  answered(): number;
  decide_in_numbers(size: number): number;
  decided(): number;
  names(): number;
  describe(): number;
}

/** Up to here there is room for each character at its longest, and the text need not be measured first. */
const usual = 1 << 14;
const longestCharacter = 3;

/** The question, in the memory of the core: how many bytes it has there. */
function write(core: Bindings, text: string): number {
  if (text.length > usual) {
    const bytes = encode(text);
    const at = core.prepare(bytes.length);
    core.HEAPU8.set(bytes, at);
    return bytes.length;
  }
  const most = longestCharacter * text.length;
  const at = core.prepare(most);
  return encodeInto(text, core.HEAPU8.subarray(at, at + most));
}

function answerOf(core: Bindings, size: number): string {
  const at = core.answered();
  return decode(core.HEAPU8.subarray(at, at + size));
}

/** What the numbers of a brief decision stand for. */
interface Names {
  statuses: BriefDecision['status'][];
  outcomes: string[];
  rules: string[];
}

const dayNames = ['until', 'earliest', 'latest'] as const;
const none = -(2 ** 31);
const millisecondsOfDay = 86_400_000;

/** The status, three days, and of each rule its number and its outcome. */
function briefDecision(numbers: Int32Array, names: Names): BriefDecision {
  const number = (index: number): number => numbers[index] as number;
  const days: Partial<Record<(typeof dayNames)[number], string>> = {};
  dayNames.forEach((name, index) => {
    const day = number(1 + index);
    if (day !== none) {
      days[name] = new Date(day * millisecondsOfDay).toISOString().slice(0, 10);
    }
  });
  const outcomes: Record<string, unknown> = {};
  for (let index = 1 + dayNames.length; index < numbers.length; index += 2) {
    outcomes[names.rules[number(index)] as string] = names.outcomes[number(index + 1)];
  }
  return {
    status: names.statuses[number(0)] as BriefDecision['status'],
    ...days,
    outcomes: outcomes as BriefDecision['outcomes'],
  };
}

export default async function createCore(module: WebAssembly.Module): Promise<RuleCore> {
  const core = await instantiate<Bindings>(glue, module);
  let names: Names | undefined;
  const ask = (question: keyof Texts) => (text: string) => answerOf(core, core[question](write(core, text)));
  return {
    ...(Object.fromEntries(questions.map((question) => [question, ask(question)])) as unknown as Texts),
    decideBriefly(text) {
      const count = core.decide_in_numbers(write(core, text));
      if (count < 0) {
        return answerOf(core, -count);
      }
      names ??= JSON.parse(answerOf(core, core.names())) as Names;
      const at = core.decided() / Int32Array.BYTES_PER_ELEMENT;
      return { type: 'success', decision: briefDecision(core.HEAP32.subarray(at, at + count), names) };
    },
    describe: () => answerOf(core, core.describe()),
  };
}
