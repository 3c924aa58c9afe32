// The language of a place in a page: the nearest `lang`, through shadow trees, else what the browser asks for.
import { chooseLocale, type Locale } from 'partnercheck/text';

export function localeAt(element: Element): Locale {
  for (let place: Element | undefined = element; place !== undefined; place = hostOf(place)) {
    const lang = place.closest('[lang]')?.getAttribute('lang');
    if (lang) {
      return chooseLocale([lang]);
    }
  }
  return chooseLocale(navigator.languages);
}

/** Tells of every change of a `lang` around the element; returns what ends it. */
export function watchLanguage(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  for (let place: Element | undefined = element; place !== undefined; place = hostOf(place)) {
    observer.observe(place.getRootNode(), { attributes: true, attributeFilter: ['lang'], subtree: true });
  }
  return () => observer.disconnect();
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}
