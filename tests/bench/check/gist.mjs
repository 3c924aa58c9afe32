// What every contestant's answer must hold alike.
const asPairs = ({ rule, outcome, until }) => [rule, until === undefined ? outcome : `${outcome} until ${until}`];
export const gist = ({ status, until, findings }) => ({
  status,
  until,
  rules: Object.fromEntries(findings.map(asPairs)),
});
