import { load } from 'partnercheck';
import { show } from './app.mjs';

show(await load());
