// embed.html: the checker alone, for a frame in the page of others.
import { ErrorCode, WindowMessenger, connect, type Connection, type PenpalError } from 'penpal';
import { chooseLocale } from 'partnercheck/text';
import '../../library/formatting.js';
import '../element/define.js';
import type { PartnerCheckElement } from '../element/element.js';
import { carryOut, read } from './asks.js';
import { portalOf } from './portal.js';
import { themeProperties } from './theme-properties.js';
import { loadTexts } from '../../library/texts.js';
import { frameTexts } from './texts.js';
import { bare, channel, protocol, type FrameMessage, type FrameTells } from './protocol.js';

const search = new URLSearchParams(location.search);
document.documentElement.lang = chooseLocale([search.get('lang') ?? '', ...navigator.languages].filter(Boolean));

try {
  show(portalOf(search));
} catch (error) {
  void refuse(error as Error);
}

function show(portal: string | undefined): void {
  const checker = document.createElement('partner-check');
  for (const name of ['today', 'ruleset', 'action'] as const) {
    const wanted = search.get(name);
    if (wanted !== null) {
      checker.setAttribute(name, wanted);
    }
  }
  checker.guided = search.has('guided');
  if (portal !== undefined && parent !== window) {
    converse(checker, portal);
  }
  document.body.replaceChildren(checker);
}

function converse(checker: PartnerCheckElement, portal: string): void {
  const ready = new Promise<FrameTells['ready']>((resolve) =>
    checker.addEventListener('partner-check-ready', ({ detail }) => resolve(detail), { once: true }),
  );
  const open = (): Connection<{ tell(message: FrameMessage<FrameTells>): void }> =>
    connect({
      messenger: new WindowMessenger({ remoteWindow: parent, allowedOrigins: [portal] }),
      channel,
      methods: bare({
        async ask(message: unknown): Promise<FrameTells['ready'] | undefined> {
          const ask = read(message);
          const detail = await ready;
          await carryOut(checker, ask, themeProperties);
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
  checker.addEventListener('partner-check-result', ({ detail }) => void tell('result', detail));
  checker.addEventListener('partner-check-error', ({ detail }) => void tell('error', detail));
  const root = document.documentElement;
  new ResizeObserver(() => void tell('height', Math.ceil(root.getBoundingClientRect().height))).observe(root);
}

/** Who set up the frame has to mend this; people are told that it is not their doing. */
async function refuse(error: Error): Promise<void> {
  console.error(`Partner Check: ${error.message}`);
  const { t } = await loadTexts(frameTexts, chooseLocale([document.documentElement.lang]));
  const notice = document.createElement('p');
  notice.setAttribute('role', 'alert');
  notice.textContent = t('embed.bad_parent');
  document.body.replaceChildren(notice);
}
