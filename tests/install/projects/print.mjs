import { decide } from './inline.mjs';

void decide().then((decided) => console.log(JSON.stringify(decided)));
