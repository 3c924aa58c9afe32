// Why an element could not start, as its page is told.
import { LoadError } from 'partnercheck';
import type { Messages } from '../../library/messages.js';
import { failureText } from '../../library/view/failure.js';
import type { ErrorDetail, PartnerCheckError } from './events.js';

export function failureDetail(failure: unknown, messages: Messages | undefined): ErrorDetail {
  const text = failureText(messages, failure);
  const error: PartnerCheckError = { code: failure instanceof LoadError ? failure.code : 'other', path: '', text };
  if (failure instanceof LoadError && failure.url !== undefined) {
    error.url = failure.url;
  }
  return { kind: 'load', errors: [error] };
}
