// The core is in the file as well, and no other page is; the page must know that before it starts.
import core from 'partnercheck/partnercheck-core.wasm?url&inline';
import { PartnerCheck } from '../check/partner-check.js';
import { bytesOf } from './embedded-bytes.js';

PartnerCheck.rulesPage = undefined;
PartnerCheck.loadOptions = { wasmBinary: bytesOf(core) };
