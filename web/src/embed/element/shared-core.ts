// All elements of a page that load the core from the same place share it, and its catalogue.
import { load, type LoadOptions, type PartnerCheck as Core } from 'partnercheck';

const loaded = new Map<unknown, Promise<Core>>();

/** @throws LoadError; the next call tries again. */
export function sharedCore(source: LoadOptions): Promise<Core> {
  const place = source.wasmModule ?? source.wasmBinary ?? source.wasmUrl?.toString();
  let core = loaded.get(place);
  if (core === undefined) {
    core = load({ ...source, faultTexts: false }).then((rules) => {
      const catalogue = rules.describe();
      return { ...rules, describe: () => catalogue };
    });
    core.catch(() => loaded.delete(place));
    loaded.set(place, core);
  }
  return core;
}
