// As bundlers know a worker; this file goes into the package as it is. Where a page has Trusted Types and no default policy for
// scripts, none starts, and tables are read in the page.
export function startWorker() {
  return new Worker(new URL('./worker/worker.js', import.meta.url), { type: 'module' });
}
