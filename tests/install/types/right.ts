// What is right compiles, under every way to resolve modules.
import { load, type Action, type CheckAnswer, type Goal, type Request, type RuleId } from 'partnercheck';
import { loadRoster, type RosterRequest } from 'partnercheck/roster';
import { loadRosterWords } from 'partnercheck/roster';
import { loadWords, type MessageKey } from 'partnercheck/text';

const request: Request = {
  $schema: './node_modules/partnercheck/dist/schema.json',
  ruleset: '2021-04-27',
  today: '2021-05-20',
  action: { type: 'link_mcid', organization: 'Fabrikam' },
  actor: { relation: 'owner', roles: ['global_admin'] },
  facts: {
    person: { partner_center_account: null, associations: [{ organization: 'Contoso', started: '2021-05-01' }] },
  },
};

/** What a form has chosen is an action only once its members are known to fit. */
const byType = {
  extend_competency: { type: 'extend_competency', competency: 'a name that we do not know yet' },
  view_kpi: { type: 'view_kpi' },
} satisfies Record<string, Action>;
const goals: Goal[] = [{ type: 'leave' }, { type: 'enroll', tier: 'silver' }, { type: 'use_roles' }];

function sentence(answer: CheckAnswer): string | undefined {
  if (answer.type === 'failure') {
    return answer.errors[0]?.message;
  }
  const { dates, findings, until } = answer.decision;
  const rule: RuleId | undefined = findings[0]?.rule;
  const key: MessageKey | undefined = findings[0]?.message;
  return dates.next_association ?? until ?? rule ?? key;
}

const rules = await load();
export const sentences: (string | undefined)[] = [request, '{"today":"2021-05-20"}'].map((each) =>
  sentence(rules.check(each)),
);
for (const action of Object.values(byType)) {
  rules.preview({ ...request, action });
}
for (const goal of goals) {
  rules.plan({ today: request.today, goal });
}
rules.compare({ today: request.today, rulesets: ['2018-08-31', 'a ruleset of our own'], action: byType.view_kpi });
const brief = rules.decide(request);
export const coolOff = brief.type === 'success' ? brief.decision.outcomes['association.cool_off'] : undefined;

const words = await loadWords('en-US');
const answer = rules.check(request);
export const verdict = answer.type === 'success' ? words.verdict(answer.decision, request.today) : undefined;

const tableQuestion: RosterRequest = {
  today: request.today,
  action: { type: 'link_mcid', organization: 'Fabrikam' },
  columns: { person: 0, started: 1 },
};
const roster = await loadRoster();
const links = roster.start(tableQuestion);
const skills = roster.startSkills({ today: request.today, columns: { person: 0, skill: 1 } });
if (links.type === 'success' && skills.type === 'success') {
  const finished = links.table.finish();
  if (finished.type === 'success') {
    const rosterWords = await loadRosterWords('zh-TW');
    finished.faults.map((fault) => rosterWords.error(fault).help);
  }
  skills.table.forecast({ skill: 'Azure' });
  const brought = roster.bringTogether(links.table, skills.table);
  if (brought.type === 'success') {
    brought.both.rows(0, 10);
  }
}
