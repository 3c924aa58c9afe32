// The service worker: keeps one revision of all files of the page and answers from it. A newer revision waits
// until somebody asks for it, or until no page of the older one is open.
import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & {
  /** The files with their hashes, put in by scripts/service-worker.mjs. All of them are kept, or none. */
  __WB_MANIFEST: { url: string; revision: string | null; integrity: string }[];
};

precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/./], cleanURLs: false });

// Other names of the page, as some hosts have them. Only in its own folder, where its relative addresses hold, and
// no name of a file, because that may be something else.
const folder = new URL(self.registration.scope).pathname.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const page = new RegExp(`^${folder}[^/.?]*(\\?|$)`);
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html'), { allowlist: [page] }));

self.addEventListener('message', ({ data }) => {
  if ((data as { type?: unknown } | null)?.type === 'take-over') {
    void self.skipWaiting();
  }
});

// From the first visit on: what the page has not fetched yet comes from here too.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
