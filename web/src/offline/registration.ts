// Registers the service worker and tells what becomes of it. Without one the page works as well, online.
import { edition } from './edition.js';

/** `ready`: everything is kept, said on the first visit only. `update`: a newer revision is kept and waits. */
export type News = 'ready' | 'update';

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

let registration: ServiceWorkerRegistration | undefined;
let isTakingOver = false;

/** Never fails: where service workers are refused, there is just no news. */
export async function keepOffline(tell: (news: News) => void): Promise<void> {
  // Undefined where they are switched off, or the connection is not a secure one.
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (edition !== 'site' || container === undefined) {
    return;
  }
  try {
    await pageHasLoaded();
    let isControlled = container.controller !== null;
    container.addEventListener('controllerchange', () => {
      if (isTakingOver) {
        location.reload();
      } else {
        // With a controller before, another tab has taken the update.
        tell(isControlled ? 'update' : 'ready');
      }
      isControlled = true;
    });
    registration = await container.register(workerAddress(), { updateViaCache: 'none' });
    if (registration.waiting !== null) {
      tell('update');
    }
    const watch = ({ installing, active }: ServiceWorkerRegistration): void => {
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed' && active !== null) {
          tell('update');
        }
      });
    };
    watch(registration);
    registration.addEventListener('updatefound', (event) => watch(event.target as ServiceWorkerRegistration));
  } catch {
    // Refused, not there, or not the one that belongs to these files.
  }
}

/** Starts the revision that waits, and reloads the page. */
export function takeUpdate(): void {
  if (registration?.waiting == null) {
    location.reload();
  } else {
    isTakingOver = true;
    registration.waiting.postMessage({ type: 'take-over' });
  }
}

/** The only script address that this page may ever make: the worker beside the page. */
function workerAddress(): string {
  const address = new URL('sw.js', document.baseURI).href;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  return (
    trustedTypes?.createPolicy('partner-check-worker', { createScriptURL: () => address }).createScriptURL('') ??
    address
  );
}

/** Keeping files must not compete with the first answer. */
function pageHasLoaded(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === 'complete') {
      resolve();
    } else {
      addEventListener('load', () => resolve(), { once: true });
    }
  });
}
