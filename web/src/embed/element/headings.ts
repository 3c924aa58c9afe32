// Headings inside continue the outline of the page around: what is an <h2> here is said to be of the level that is asked for.

const first = 2;

export class Headings {
  private level = first;
  private readonly observer = new MutationObserver(() => this.mark());

  constructor(private readonly root: ParentNode & Node) {}

  /** From now on, also for headings that come later. */
  startAt(level: number): void {
    if (level === this.level) {
      return;
    }
    this.level = level;
    this.observer.observe(this.root, { childList: true, subtree: true });
    this.mark();
  }

  private mark(): void {
    for (const heading of this.root.querySelectorAll('h2, h3, h4')) {
      heading.setAttribute('aria-level', String(Number(heading.localName.slice(1)) - first + this.level));
    }
  }
}
