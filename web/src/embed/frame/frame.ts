// The portal's side of embed.html: a checker in a frame of its own origin, reached through messages of a fixed version.
// penpal looks at window and origin of every message; what a message holds is looked at here and in the frame.
import { WindowMessenger, connect } from 'penpal';
import type { ReadyDetail } from '../element/events.js';
import {
  bare,
  channel,
  protocol,
  type FrameAsks,
  type FrameMessage,
  type FrameTells,
  type FrameTheme,
} from './protocol.js';

export { protocol };
export type { FrameAsks, FrameTells, FrameTheme };

export type FrameListeners = { [Type in keyof FrameTells]?: (value: FrameTells[Type]) => void };

export interface FrameOptions {
  /** How long to wait for the frame, in milliseconds. */
  timeout?: number;
  /** The frame becomes as high as its content, unless this is false. */
  autoHeight?: boolean;
  /** Ends the connection, also while it is being made. */
  signal?: AbortSignal;
}

/** Each call is carried out, or rejected with the reason, and then nothing has changed. */
export interface CheckerFrame extends ReadyDetail {
  setRequest(request: FrameAsks['setRequest']): Promise<void>;
  setLang(lang: string): Promise<void>;
  setToday(today: string): Promise<void>;
  setRuleset(ruleset: string): Promise<void>;
  setAction(action: string): Promise<void>;
  setTheme(theme: FrameTheme): Promise<void>;
  loadRuleset(ruleset: object | string): Promise<void>;
  /** Moves the focus to the first question. */
  focus(): Promise<void>;
  /** Ends the connection; the frame stays as it is. */
  close(): void;
}

const highest = 100_000;

/** A frame has one connection. */
const connections = new WeakMap<HTMLIFrameElement, { destroy(): void }>();

/**
 * Opens the checker in a frame whose address names this page: `embed.html?parent=https://portal.example`. Resolves when it
 * can be asked. An earlier connection with the same frame is closed.
 * @throws Error when the frame does not answer, or speaks another version.
 */
export async function openFrame(
  iframe: HTMLIFrameElement,
  listeners: FrameListeners = {},
  { timeout = 60_000, autoHeight = true, signal }: FrameOptions = {},
): Promise<CheckerFrame> {
  signal?.throwIfAborted();
  const address = new URL(iframe.src, document.baseURI);
  if (address.searchParams.get('parent') !== location.origin) {
    throw new Error(`the address of the frame has to end with ?parent=${location.origin}, and is ${address.href}`);
  }
  const { contentWindow } = iframe;
  if (contentWindow === null) {
    throw new Error('the frame has to be in the page before it is opened');
  }
  let refuse = (_: Error): void => {};
  const refused = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  refused.catch(() => {});
  const hear: { [Type in keyof FrameTells]: (value: FrameTells[Type]) => void } = {
    ready: (value) => listeners.ready?.(value),
    result: (value) => listeners.result?.(value),
    rosterResult: (value) => listeners.rosterResult?.(value),
    error: (value) => listeners.error?.(value),
    height: (value) => {
      const height = Math.min(Math.max(Number(value) || 0, 0), highest);
      if (autoHeight) {
        iframe.style.height = `${height}px`;
      }
      listeners.height?.(height);
    },
  };
  const tell = (message: FrameMessage<FrameTells>): void => {
    if (message.protocol !== protocol) {
      refuse(new Error(`the frame speaks protocol ${String(message.protocol)}, this page ${protocol}`));
    } else if (Object.hasOwn(hear, message.type)) {
      (hear[message.type] as (value: unknown) => void)(message.value);
    }
  };
  connections.get(iframe)?.destroy();
  const connection = connect<{ ask(message: FrameMessage<FrameAsks>): ReadyDetail | undefined }>({
    messenger: new WindowMessenger({ remoteWindow: contentWindow, allowedOrigins: [address.origin] }),
    channel,
    methods: bare({ tell }),
  });
  connections.set(iframe, connection);
  signal?.addEventListener('abort', () => {
    refuse(signal.reason as Error);
    connection.destroy();
  });
  const timer = setTimeout(
    () =>
      refuse(
        new Error(
          `the frame did not answer: ${address.href} has to load, and a sandbox has to allow-scripts and allow-same-origin`,
        ),
      ),
    timeout,
  );
  try {
    const frame = await Promise.race([connection.promise, refused]);
    const ask = <Type extends keyof FrameAsks>(type: Type, value: FrameAsks[Type]): Promise<ReadyDetail | undefined> =>
      frame.ask({ protocol, type, value } as FrameMessage<FrameAsks>);
    const ready = (await Promise.race([ask('open', undefined), refused])) as ReadyDetail;
    const set =
      <Type extends keyof FrameAsks>(type: Type) =>
      async (value: FrameAsks[Type]): Promise<void> => {
        await ask(type, value);
      };
    return {
      ...ready,
      setRequest: set('setRequest'),
      setLang: set('setLang'),
      setToday: set('setToday'),
      setRuleset: set('setRuleset'),
      setAction: set('setAction'),
      setTheme: set('setTheme'),
      loadRuleset: set('loadRuleset'),
      focus: () => set('focus')(undefined),
      close: () => connection.destroy(),
    };
  } catch (error) {
    connection.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
