import { decide } from './inline.mjs';

void decide().then((decided) => postMessage(decided));
