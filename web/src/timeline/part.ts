// What the parts of the answer that draw days have in common: their texts and their styles.
import { unsafeCSS, type PropertyDeclarations } from 'lit';
import { adoptStyles } from '../library/adopt-styles.js';
import { DrawnToMeasure } from '../library/drawn-to-measure.js';
import type { Messages } from '../library/messages.js';
import { Spoken } from '../library/spoken.js';
import { loadTexts } from '../library/texts.js';
import styles from './timeline.css?inline';
import { timelineTexts, type TimelineTexts } from './texts.js';

const ownStyles = unsafeCSS(styles);

export abstract class DaysPart extends DrawnToMeasure {
  static override properties: PropertyDeclarations = {
    messages: { attribute: false },
  };

  declare messages: Messages | undefined;

  // Without its texts the part stays as it is. The answer itself says all that is in it.
  private readonly spoken = new Spoken(
    this,
    () => this.messages?.locale,
    (locale) => loadTexts(timelineTexts, locale),
  );

  protected get dayTexts(): TimelineTexts | undefined {
    return this.spoken.now?.texts;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this.getRootNode(), ownStyles);
  }
}
