// All commands, by their names: what the program does, its help, its manual page and its completions are made of this table.
import { askCommand } from './ask.js';
import type { Command } from './command.js';
import { completionCommand } from './completion.js';
import { describeCommand } from './describe.js';
import { mergeCommand } from './merge.js';
import { rosterCommand } from './roster.js';
import { schemaCommand } from './schema.js';

export const commands: Record<string, Command> = {
  check: askCommand('check', 'Decides whether an action may go ahead, from which day, and why.'),
  ask: askCommand('ask', 'Says what can still change the answer, first what settles most.'),
  preview: askCommand('preview', 'Decides, and says what the action would change and what would allow it.'),
  plan: askCommand('plan', 'Finds the earliest days of the steps that reach a goal.'),
  compare: askCommand('compare', 'Decides by two rulesets, and says where they differ.'),
  roster: rosterCommand,
  'roster merge': mergeCommand,
  describe: describeCommand,
  schema: schemaCommand,
  completion: completionCommand(() => commands),
};
