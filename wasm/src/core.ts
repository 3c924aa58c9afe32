// One instance of the rule core, made from a compiled module. Its glue is Emscripten's; nothing else touches it.
import { instantiate } from './compile.js';
// @ts-expect-error The glue comes with the build and has no types of its own.
import glue from './partnercheck-core.mjs';

export interface RuleCore {
  check(text: string): string;
  decide(text: string): string;
  ask(text: string): string;
  preview(text: string): string;
  plan(text: string): string;
  compare(text: string): string;
  read_date(text: string): string;
  load_ruleset(text: string): string;
  describe(): string;
}

export default function createCore(module: WebAssembly.Module): Promise<RuleCore> {
  return instantiate(glue, module);
}
