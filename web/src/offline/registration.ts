// Registers the service worker and tells what becomes of it. Without one the page works as well, online.
import { edition } from './edition.js';
import { scriptAddress } from './script-address.js';

/** `ready`: everything is kept, said on the first visit only. `update`: a newer revision is kept and waits. */
export type News = 'ready' | 'update';

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
    registration = await container.register(scriptAddress('sw.js'), { updateViaCache: 'none' });
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
