// What the parts of the answer that draw days have in common: their texts, their styles and their width.
import { LitElement, unsafeCSS, type PropertyDeclarations, type PropertyValues } from 'lit';
import { nextTask } from '../next-task.js';
import type { Wording } from '../wording.js';
import styles from '../styles/days.css?inline';
import { loadDayWords, type DayWords } from './words.js';

const sheet = unsafeCSS(styles).styleSheet as CSSStyleSheet;

/** Lives in the tree of <partner-check>, whose styles hold here too. */
export abstract class DaysPart extends LitElement {
  static override properties: PropertyDeclarations = {
    wording: { attribute: false },
    dayWords: { state: true },
    width: { state: true },
  };

  declare wording: Wording | undefined;
  declare protected dayWords: DayWords | undefined;
  /** In pixels; drawings are made to measure, so that their letters keep their size. */
  declare protected width: number;

  private readonly observer = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width > 0) {
      this.width = width;
    }
  });

  constructor() {
    super();
    this.width = 320;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.getRootNode();
    if (root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  /** The first drawing gives way to the answer, which people wait for. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) {
      await nextTask();
    }
    super.scheduleUpdate();
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
