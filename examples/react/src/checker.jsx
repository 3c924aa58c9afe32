import 'partnercheck-element/define';

/** React hands properties and listeners of their own to elements since version 19. */
export function Checker({ lang, action, onResult }) {
  return <partner-check lang={lang} action={action} onpartner-check-result={({ detail }) => onResult(detail)} />;
}
