// What can keep a core, or a table, from being loaded.
export interface Origin {
  url?: string | undefined;
  status?: number | undefined;
  contentType?: string | undefined;
}

/** The core could not be loaded. The message is for developers; `code` and the rest serve a page's own words. */
export class LoadError extends Error implements Origin {
  override name = 'LoadError';
  declare readonly url: string | undefined;
  declare readonly status: number | undefined;
  declare readonly contentType: string | undefined;

  constructor(
    readonly code:
      | 'unreachable'
      | 'refused'
      | 'not_wasm'
      | 'damaged'
      | 'other_core'
      | 'not_allowed'
      | 'not_compiled'
      | 'not_started'
      | 'timed_out'
      | 'aborted'
      | 'misused',
    message: string,
    { cause, ...origin }: Origin & ErrorOptions = {},
  ) {
    super(message, { cause });
    Object.assign(this, origin);
  }
}

/** What `work` gives; whatever it throws is a LoadError of that code. */
export async function orLoadError<T>(
  code: LoadError['code'],
  what: string,
  work: () => T | Promise<T>,
  origin?: Origin,
): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : typeof cause;
    throw cause instanceof LoadError ? cause : new LoadError(code, `${what}: ${said}`, { ...origin, cause });
  }
}
