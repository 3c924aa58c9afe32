// embed.html: the checker alone, for a frame in the page of others.
import { ErrorCode, WindowMessenger, connect, type Connection, type PenpalError } from 'penpal';
import { chooseLocale } from 'partnercheck/text';
import '../../library/formatting.js';
import '../element/define.js';
import { carryOut, read, type Embedded } from './asks.js';
import { portalOf } from './portal.js';
import { themeProperties } from './theme-properties.js';
import { loadTexts } from '../../library/texts.js';
import { frameTexts } from './texts.js';
import { bare, channel, protocol, type FrameMessage, type FrameTells } from './protocol.js';

const search = new URLSearchParams(location.search);
document.documentElement.lang = chooseLocale([search.get('lang') ?? '', ...navigator.languages].filter(Boolean));

try {
  const portal = portalOf(search);
  (search.has('roster') ? tables() : Promise.resolve(checker()))
    .then((embedded) => show(embedded, portal))
    .catch((error: unknown) => refuse(error as Error, 'embed.not_loaded'));
} catch (error) {
  void refuse(error as Error, 'embed.bad_parent');
}

function checker(): Embedded {
  const element = document.createElement('partner-check');
  element.guided = search.has('guided');
  return element;
}

/** Fetched only where the address asks for it. */
async function tables(): Promise<Embedded> {
  await import('../roster/define.js');
  return document.createElement('partner-check-roster');
}

function show(embedded: Embedded, portal: string | undefined): void {
  for (const name of ['today', 'ruleset', 'action'] as const) {
    const wanted = search.get(name);
    if (wanted !== null) {
      embedded.setAttribute(name, wanted);
    }
  }
  if (portal !== undefined && parent !== window) {
    converse(embedded, portal);
  }
  document.body.replaceChildren(embedded);
}

function converse(embedded: Embedded, portal: string): void {
  const ready = new Promise<FrameTells['ready']>((resolve) => {
    embedded.addEventListener('partner-check-ready', ({ detail }) => resolve(detail), { once: true });
    embedded.addEventListener('partner-check-roster-ready', ({ detail }) => resolve({ ...detail, actions: [] }), {
      once: true,
    });
  });
  const open = (): Connection<{ tell(message: FrameMessage<FrameTells>): void }> =>
    connect({
      messenger: new WindowMessenger({ remoteWindow: parent, allowedOrigins: [portal] }),
      channel,
      methods: bare({
        async ask(message: unknown): Promise<FrameTells['ready'] | undefined> {
          const ask = read(message);
          const detail = await ready;
          await carryOut(embedded, ask, themeProperties);
          return ask.type === 'open' ? detail : undefined;
        },
      }),
    });
  let line: ReturnType<typeof open>;
  let participant: unknown;
  // Penpal serves one connection. Where the portal opens the frame once more, a new one takes over, before the old one
  // hears of it: that is why this comes first.
  addEventListener(
    'message',
    ({ source, origin, data }: MessageEvent<{ channel?: unknown; type?: unknown; participantId?: unknown } | null>) => {
      if (data?.channel !== channel) {
        return;
      }
      if (source !== parent || origin !== portal) {
        console.warn(`Partner Check refused a message from ${origin}: the address of the frame names ${portal}`);
      } else if (data.type === 'SYN' && data.participantId !== participant) {
        if (participant !== undefined) {
          line.destroy();
          line = open();
        }
        participant = data.participantId;
      }
    },
    { capture: true },
  );
  line = open();
  const tell = async <Type extends keyof FrameTells>(type: Type, value: FrameTells[Type]): Promise<void> => {
    const other = await line.promise;
    try {
      await other.tell({ protocol, type, value } as FrameMessage<FrameTells>);
    } catch (error) {
      // A portal that has closed the connection hears nothing.
      if ((error as PenpalError).code !== ErrorCode.ConnectionDestroyed) {
        throw error;
      }
    }
  };

  void ready.then((detail) => tell('ready', detail));
  embedded.addEventListener('partner-check-result', ({ detail }) => void tell('result', detail));
  embedded.addEventListener('partner-check-roster-result', ({ detail }) => void tell('rosterResult', detail));
  for (const name of ['partner-check-error', 'partner-check-roster-error'] as const) {
    embedded.addEventListener(name, ({ detail }) => void tell('error', detail));
  }
  const root = document.documentElement;
  new ResizeObserver(() => void tell('height', Math.ceil(root.getBoundingClientRect().height))).observe(root);
}

/** Who set up the frame has to mend this; people are told that it is not their doing. */
async function refuse(error: Error, key: 'embed.bad_parent' | 'embed.not_loaded'): Promise<void> {
  console.error(`Partner Check: ${error.message}`);
  const { t } = await loadTexts(frameTexts, chooseLocale([document.documentElement.lang]));
  const notice = document.createElement('p');
  notice.setAttribute('role', 'alert');
  notice.textContent = t(key);
  document.body.replaceChildren(notice);
}
