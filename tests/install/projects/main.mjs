import { load } from 'partnercheck';
import { show } from './app.mjs';
import { decideRoster } from './roster.mjs';

await show(await load(), await decideRoster());
