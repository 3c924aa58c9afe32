import { LitElement, type PropertyDeclarations } from 'lit';
import { nextTask } from './next-task.js';

/** Lives in the tree of the element around it, whose styles hold here too. */
export abstract class DrawnToMeasure extends LitElement {
  static override properties: PropertyDeclarations = { width: { state: true } };

  /** In pixels; drawings are made to measure, so that their letters keep their size. */
  declare protected width: number;

  /** Nothing has a size in the DOM of test runners. */
  private readonly observer =
    typeof ResizeObserver === 'undefined'
      ? undefined
      : new ResizeObserver(([entry]) => {
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
    this.observer?.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
  }

  /** The first drawing is a task of its own: it gives way to what people wait for. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) {
      await nextTask();
    }
    await super.scheduleUpdate();
  }
}
