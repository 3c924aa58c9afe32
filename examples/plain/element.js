// The events of <partner-check> bubble; their details are plain data.
const heard = document.querySelector('#heard');
const checker = document.querySelector('partner-check');

checker.addEventListener('partner-check-result', ({ detail: { decision } }) => {
  heard.textContent = decision.until ? `${decision.status} until ${decision.until}` : decision.status;
});
checker.addEventListener('partner-check-error', ({ detail: { errors } }) => {
  heard.textContent = errors.map(({ text }) => text).join(' ');
});

document.querySelector('#request').addEventListener('submit', (event) => {
  event.preventDefault();
  heard.textContent = `Handed in: ${new FormData(event.target).get('check')}`;
});
