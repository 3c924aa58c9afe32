// A worker of a script of our own, also where a page takes addresses of scripts only from policies that it names.
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(input: string): string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** Requires the same address each time: the only one that is made here, beside that of the service worker. */
export function newWorker(address: string): Worker {
  policy ??= (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('partner-check-roster', {
    createScriptURL: () => address,
  });
  return new Worker(policy?.createScriptURL('') ?? address, { type: 'module' });
}
