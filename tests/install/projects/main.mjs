import { load } from 'partnercheck';
import { loadRoster } from 'partnercheck/roster';
import { show } from './app.mjs';
import { decideRoster } from './roster.mjs';

await show(await load(), decideRoster(await loadRoster()));
