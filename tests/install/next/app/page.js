import { decide } from '../inline.mjs';
import { Shown } from './shown.js';

/** On the server, when somebody asks. */
export const dynamic = 'force-dynamic';
export default async function Page() {
  return (
    <>
      <pre id="server">{JSON.stringify(await decide())}</pre>
      <Shown />
    </>
  );
}
