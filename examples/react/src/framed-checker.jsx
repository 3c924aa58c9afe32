import { openFrame } from 'partnercheck-element/frame';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

export function FramedChecker({ address, lang, action, onResult }) {
  const iframe = useRef(null);
  const [frame, setFrame] = useState(null);
  const result = useEffectEvent(onResult);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another frame.
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    openFrame(iframe.current, { result }, { signal }).then(setFrame, (error) => {
      if (!signal.aborted) {
        throw error;
      }
    });
    return () => {
      controller.abort();
      setFrame(null);
    };
  }, [address]);

  useEffect(() => {
    frame?.setLang(lang);
  }, [frame, lang]);
  useEffect(() => {
    frame?.setAction(action);
  }, [frame, action]);

  return (
    <iframe
      ref={iframe}
      title="Partner Check"
      src={`${address}?parent=${location.origin}`}
      sandbox="allow-scripts allow-same-origin allow-forms allow-downloads allow-popups"
    />
  );
}
