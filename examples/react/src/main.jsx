import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Checker } from './checker.jsx';
import { FramedChecker } from './framed-checker.jsx';

function inShort({ decision }) {
  return decision.until ? `${decision.status} until ${decision.until}` : decision.status;
}

function Portal() {
  const [lang, setLang] = useState('en-US');
  const [isFramed, setFramed] = useState(false);
  const [heard, setHeard] = useState('Nothing yet.');
  const common = { lang, action: 'link_mcid', onResult: (detail) => setHeard(inShort(detail)) };
  return (
    <>
      <header>
        <p>Fabrikam portal</p>
        <label>
          Language{' '}
          <select id="lang" value={lang} onChange={({ target }) => setLang(target.value)}>
            {['en-US', 'zh-TW', 'sv-SE', 'nl-NL'].map((tag) => (
              <option key={tag}>{tag}</option>
            ))}
          </select>
        </label>
        <label>
          <input id="framed" type="checkbox" checked={isFramed} onChange={({ target }) => setFramed(target.checked)} />{' '}
          In a frame
        </label>
      </header>
      <main>
        <h1>Link your certification profile</h1>
        {isFramed ? (
          <FramedChecker {...common} address="https://checker.example/embed.html" />
        ) : (
          <Checker {...common} />
        )}
        <h2>What the portal heard</h2>
        <output id="heard">{heard}</output>
      </main>
    </>
  );
}

createRoot(document.querySelector('#root')).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
);
