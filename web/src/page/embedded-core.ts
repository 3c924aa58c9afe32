// The core is in the file as well, and no other page is; the page must know that before it starts.
import core from 'partnercheck/partnercheck-core.wasm?url&inline';
import { PartnerCheck } from '../check/partner-check.js';

const [, base64 = ''] = core.split(',');
PartnerCheck.rulesPage = undefined;
PartnerCheck.loadOptions = { wasmBinary: Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)) };
