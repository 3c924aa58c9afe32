// Standard output, no faster than somebody reads it; and texts that a terminal only shows.
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { cannot } from './input.js';

export async function write(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) {
    await once(process.stdout, 'drain');
  }
}

export function say(text: string): void {
  process.stderr.write(`partnercheck: ${shown(text)}\n`);
}

/** Without what would steer a terminal, or turn the direction of what follows. */
export function shown(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (sign) => (sign === '\n' ? '\n' : '\ufffd'));
}

/** @throws Failed that names the file. */
export async function writeTo(name: string, text: string | Uint8Array | Iterable<Uint8Array>): Promise<void> {
  try {
    await writeFile(name, text);
  } catch (error) {
    throw cannot('write', name, error);
  }
}
