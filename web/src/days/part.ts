// What the parts of the answer that draw days have in common: their texts and their styles.
import { unsafeCSS, type PropertyDeclarations, type PropertyValues } from 'lit';
import { DrawnToMeasure } from '../drawn-to-measure.js';
import type { Wording } from '../wording.js';
import styles from '../styles/days.css?inline';
import { loadDayWords, type DayWords } from './words.js';

const sheet = unsafeCSS(styles).styleSheet as CSSStyleSheet;

export abstract class DaysPart extends DrawnToMeasure {
  static override properties: PropertyDeclarations = {
    wording: { attribute: false },
    dayWords: { state: true },
  };

  declare wording: Wording | undefined;
  declare protected dayWords: DayWords | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.getRootNode();
    if (root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { wording } = this;
    if (changed.has('wording') && wording !== undefined) {
      loadDayWords(wording.locale).then(
        (words) => {
          if (this.wording?.locale === wording.locale) {
            this.dayWords = words;
          }
        },
        // Without its texts the part stays as it is. The answer itself says all that is in it.
        () => {},
      );
    }
  }
}
