// partnercheck schema: the JSON Schema of what can be asked.
import { readFile } from 'node:fs/promises';
import { exitCodes, UsageError, type Command } from './command.js';
import { write } from './output.js';

export const schemaCommand: Command = {
  usage: ['schema'],
  about: 'Prints the JSON Schema of requests, as partnercheck/schema.json of the package.',
  options: {},
  async run(_, files) {
    if (files.length > 0) {
      throw new UsageError('schema takes no file');
    }
    await write(await readFile(new URL('../schema.json', import.meta.url)));
    return exitCodes.done;
  },
};
