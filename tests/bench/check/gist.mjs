// What every contestant's answer must hold alike.
const asPairs = ({ rule, outcome, until }) => [rule, until === undefined ? outcome : `${outcome} until ${until}`];
/** Of an answer in brief. */
export const briefGist = ({ status, until, outcomes, findings }) => ({
  status,
  until,
  outcomes: outcomes ?? Object.fromEntries(findings.map(({ rule, outcome }) => [rule, outcome])),
});
export const gist = ({ status, until, findings }) => ({
  status,
  until,
  rules: Object.fromEntries(findings.map(asPairs)),
});
