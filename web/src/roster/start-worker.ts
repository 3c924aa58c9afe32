// Starts the worker of the built page. The package for bundlers has a file of its own in place of this one.
import workerAddress from './worker/worker.ts?worker&url';

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(input: string): string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** The only script address that is made here, beside that of the service worker. */
export function startWorker(): Worker {
  policy ??= (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('partner-check-roster', {
    createScriptURL: () => workerAddress,
  });
  return new Worker(policy?.createScriptURL('') ?? workerAddress, { type: 'module' });
}
