// What holds for nearly everybody, by fact: asked in one go.
import type { Field } from '../../library/catalogue/fields.js';
import { lastKeyOf, setAt, type Pointer } from '../../library/pointers.js';
import type { PageKey, Messages } from '../../library/messages.js';

type Usual = (organization: string | undefined) => unknown;

const usual: Readonly<Record<Pointer, Usual>> = {
  '/actor/relation': () => 'owner',
  '/facts/person/partner_center_account': (organization) => ({
    kind: 'work',
    ...(organization === undefined ? {} : { organization }),
  }),
  '/facts/person/certification_profile/active_certifications': () => 1,
  '/action/page': () => ({
    partner_owned: true,
    microsoft_specific: true,
    only_this_partner: true,
    no_competitors: true,
  }),
};

export const isUsual = ({ pattern }: Field): boolean => pattern in usual;

/** A request that says of these facts what is usual. */
export function usualRequest(fields: readonly Field[], organization: string | undefined): object {
  const request: Record<string, unknown> = {};
  for (const { pattern } of fields) {
    setAt(request, pattern, usual[pattern]?.(organization));
  }
  return request;
}

export function usualWords(messages: Messages, { pattern }: Field, organization: string | undefined): string {
  const name = lastKeyOf(pattern).replace('partner_center_account', 'account');
  return name === 'account' && organization !== undefined
    ? messages.t('guide.usual.account_of', { organization })
    : messages.t(`guide.usual.${name}` as PageKey);
}
