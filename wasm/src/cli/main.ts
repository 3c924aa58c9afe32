#!/usr/bin/env node
// The command line of the package.
import { readFile } from 'node:fs/promises';
import { exitCodes, explain, Failed, parse, UsageError } from './command.js';
import { commands } from './commands.js';
import { meant } from './nearest.js';
import { say, write } from './output.js';

const about = `Usage: partnercheck COMMAND [options] [FILE...]

May an action in Microsoft Partner Center go ahead, from which day, why, and what will it change?

${Object.entries(commands)
  .map(([name, command]) => `  ${name.padEnd(14)}${command.about.split('\n')[0]}`)
  .join('\n')}

partnercheck COMMAND --help says more. Nothing is sent anywhere.
`;

async function version(): Promise<string> {
  const { name, version: number } = JSON.parse(
    await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as Record<string, string>;
  return `${name} ${number}\n`;
}

async function run(args: string[], interrupted: AbortSignal): Promise<number> {
  const name = args[0] === 'roster' && args[1] === 'merge' ? 'roster merge' : (args[0] ?? '');
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    if (name === '--help' || name === '-h') {
      await write(about);
      return exitCodes.done;
    }
    if (name === '--version') {
      await write(await version());
      return exitCodes.done;
    }
    throw new UsageError(
      name === '' ? 'say what to do' : `there is no command ${name}${meant(name, Object.keys(commands))}`,
    );
  }
  const { values, files } = parse(command, args.slice(name.split(' ').length));
  if (values.help === true || values.version === true) {
    await write(values.help === true ? explain(command) : await version());
    return exitCodes.done;
  }
  return command.run(values, files, interrupted);
}

const interruption = new AbortController();
// A second Ctrl-C ends it whatever happens.
process.once('SIGINT', () => interruption.abort());
// Whoever read the answers has had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    say(`cannot write to standard output: ${error.message}`);
  }
  process.exit(error.code === 'EPIPE' ? exitCodes.brokenPipe : exitCodes.failed);
});

try {
  process.exitCode = await run(process.argv.slice(2), interruption.signal);
} catch (error) {
  if (!(error instanceof Failed)) {
    throw error;
  }
  error.message.split('\n').forEach(say);
  if (error instanceof UsageError) {
    const command = Object.keys(commands).find((name) => name === process.argv[2]);
    say(`see partnercheck ${command === undefined ? '' : `${command} `}--help`);
  }
  process.exitCode = error.code;
}
