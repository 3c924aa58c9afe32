// What the parts of the answer that draw days have in common: their texts and their styles.
import { unsafeCSS, type PropertyDeclarations, type PropertyValues } from 'lit';
import { adoptStyles } from '../library/adopt-styles.js';
import { DrawnToMeasure } from '../library/drawn-to-measure.js';
import type { Messages } from '../library/messages.js';
import { loadTexts } from '../library/texts.js';
import styles from './timeline.css?inline';
import { timelineTexts, type TimelineTexts } from './texts.js';

const ownStyles = unsafeCSS(styles);

export abstract class DaysPart extends DrawnToMeasure {
  static override properties: PropertyDeclarations = {
    messages: { attribute: false },
    dayTexts: { state: true },
  };

  declare messages: Messages | undefined;
  declare protected dayTexts: TimelineTexts | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this.getRootNode(), ownStyles);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { messages } = this;
    if (changed.has('messages') && messages !== undefined) {
      loadTexts(timelineTexts, messages.locale).then(
        (texts) => {
          if (this.messages?.locale === messages.locale) {
            this.dayTexts = texts;
          }
        },
        // Without its texts the part stays as it is. The answer itself says all that is in it.
        () => {},
      );
    }
  }
}
