// A module of CommonJS, which requires the package as Node.js 20.19 and newer allow it.
import { load, type Request } from 'partnercheck';

const request: Request = { today: '2021-05-20', action: { type: 'view_kpi' } };
export const status: Promise<string> = load().then((rules) => {
  const answer = rules.check(request);
  return answer.type === 'success' ? answer.decision.status : 'failure';
});
// @ts-expect-error A mistyped action.
request.action.type = 'view_kpl';
