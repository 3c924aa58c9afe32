// The events of <partner-check-roster> bubble; their details are numbers, and the people stay inside.
const heard = document.querySelector('#heard');
const roster = document.querySelector('partner-check-roster');

roster.addEventListener('partner-check-roster-result', ({ detail }) => {
  heard.textContent =
    detail.subject === 'links'
      ? `${detail.totals.statuses.allowed} of ${detail.totals.people} may link today`
      : `${detail.totals.people} people with ${detail.skills.length} skills`;
});
roster.addEventListener('partner-check-roster-error', ({ detail: { errors } }) => {
  heard.textContent = errors.map(({ text }) => text).join(' ');
});
