// The element in the DOM of test runners, which has only parts of what browsers have.
import { load } from 'partnercheck/inline';
import { question } from './question.mjs';

// The jsdom of Jest lacks what else every runtime has.
(typeof document === 'undefined' || typeof structuredClone === 'undefined' ? test.skip : test)(
  'the element answers',
  async () => {
    await import('partnercheck-element/define');
    const checker = document.createElement('partner-check');
    checker.core = await load();
    checker.request = question;
    checker.required = true;
    const heard = (name) => new Promise((resolve) => checker.addEventListener(name, resolve, { once: true }));
    const both = Promise.all([heard('partner-check-result'), heard('partner-check-ready')]);
    document.body.append(checker);
    const [{ detail }] = await both;
    expect(detail.decision.until).toBe('2021-05-31');
    await checker.updateComplete;
    expect(checker.validity.valid).toBe(true);
    expect(checker.shadowRoot.querySelector('[part=verdict]')).not.toBeNull();
    checker.reset();
    await checker.updateComplete;
    expect(checker.checkValidity()).toBe(false);
  },
);
