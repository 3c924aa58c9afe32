// The addresses of scripts that a page starts beside its own: its workers. The browser takes them from this policy only.

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

let policy: ScriptUrlPolicy | undefined;

/** @throws TypeError for anything outside the folder of the page. */
export function scriptAddress(relative: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('partner-check-worker', { createScriptURL: inFolder }) ?? { createScriptURL: inFolder };
  return policy.createScriptURL(relative);
}

function inFolder(relative: string): string {
  const { href } = new URL(relative, document.baseURI);
  if (!href.startsWith(new URL('.', document.baseURI).href)) {
    throw new TypeError(`${href} is not of this page`);
  }
  return href;
}
