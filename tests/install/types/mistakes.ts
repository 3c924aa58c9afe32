// Each of these is an error; one that compiles is reported as an expectation that nothing meets.
import { load, type Goal, type Request } from 'partnercheck';
import { loadRoster } from 'partnercheck/roster';

const rules = await load();
const today = '2021-05-20';

// @ts-expect-error A mistyped action.
rules.check({ today, action: { type: 'link_mcdi', organization: 'Fabrikam' } });

// @ts-expect-error A field of another action.
rules.check({ today, action: { type: 'view_kpi', organization: 'Fabrikam' } });

// @ts-expect-error A field that the action requires is missing.
rules.check({ today, action: { type: 'link_mcid' } });

// @ts-expect-error The day is missing.
rules.check({ action: { type: 'view_kpi' } });

// @ts-expect-error A mistyped fact.
rules.check({ today, action: { type: 'view_kpi' }, facts: { persn: {} } });

// @ts-expect-error A role that there is not.
rules.check({ today, action: { type: 'view_kpi' }, actor: { roles: ['admin'] } });

// @ts-expect-error A plan has a goal, no action.
rules.plan({ today, action: { type: 'view_kpi' } });

// @ts-expect-error A field that the goal requires is missing.
export const goal: Goal = { type: 'link_everybody', organization: 'Fabrikam' };

const request: Request = { today, action: { type: 'view_kpi' } };
const answer = rules.check(request);

// @ts-expect-error A question that was wrong has no decision.
export const unasked = answer.decision;

if (answer.type === 'success') {
  const { dates, findings, status } = answer.decision;
  // @ts-expect-error A day that no action yields.
  dates.next_asociation;
  // @ts-expect-error A rule that there is not.
  findings.find(({ rule }) => rule === 'association.cooloff');
  // @ts-expect-error A text that there is not.
  findings.find(({ message }) => message === 'association.cool_off.not_mett');
  // @ts-expect-error A status that there is not.
  status === 'refused';
}

const brief = rules.decide(request);
if (brief.type === 'success') {
  // @ts-expect-error A rule that there is not.
  brief.decision.outcomes['association.cooloff'];
}

const roster = await loadRoster();
// @ts-expect-error A table is about links, and says to whom.
roster.start({ today, action: { type: 'view_kpi' } });
// @ts-expect-error A column that there is not.
roster.start({ today, action: { type: 'link_mcid', organization: 'Fabrikam' }, columns: { nickname: 0 } });
const links = roster.start({ today, action: { type: 'link_mcid', organization: 'Fabrikam' } });
const skills = roster.startSkills({ today, columns: { person: 0, skill: 1 } });
// @ts-expect-error A start may be refused.
links.table.finish();
// @ts-expect-error Which table?
roster.finish();
if (links.type === 'success' && skills.type === 'success') {
  // @ts-expect-error A table of links holds no skills.
  links.table.forecast({ skill: 'Azure' });
  // @ts-expect-error First the links.
  roster.bringTogether(skills.table, links.table);
}
