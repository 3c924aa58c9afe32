/**
 * Whom the address of this page lets talk to it: `?parent=https://portal.example`. Undefined where it names nobody.
 * @throws Error when what it names is not one origin, letter by letter.
 */
export function portalOf(search: URLSearchParams): string | undefined {
  const [portal, ...others] = search.getAll('parent');
  if (portal === undefined) {
    return undefined;
  }
  if (others.length > 0 || !isOrigin(portal)) {
    throw new Error(
      `parent has to be one origin, as location.origin of that page gives it, and is ${[portal, ...others].join(', ')}`,
    );
  }
  return portal;
}

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.origin === text;
}
