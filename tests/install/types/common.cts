// A module of CommonJS, which loads the package when it needs it.
import type { Request } from 'partnercheck' with { 'resolution-mode': 'import' };

export async function until(request: Request): Promise<string | undefined> {
  const { load } = await import('partnercheck');
  const answer = (await load()).check(request);
  return answer.type === 'success' ? answer.decision.until : undefined;
}

export const wrong: Promise<string | undefined> = until({
  today: '2021-05-20',
  // @ts-expect-error A mistyped action.
  action: { type: 'link_mcdi' },
});
