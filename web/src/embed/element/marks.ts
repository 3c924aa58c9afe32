// What is said of everything of a kind inside, wherever a view of the check puts it: which part it is to styles of the page
// around, and which level its heading has in the outline there.

/** Parts that are many; the views name those that are one. */
const parts = {
  input: 'input, select, textarea',
  label: 'label, legend',
  hint: '.hint',
  error: '.error',
  button: 'button',
};

/** What is an <h2> here is of the first level that is asked for. */
const first = 2;

export class Marks {
  private level = first;

  /** From now on, also for what comes later. */
  constructor(private readonly root: ParentNode & Node) {
    new MutationObserver(() => this.mark()).observe(root, { childList: true, subtree: true });
    this.mark();
  }

  startHeadingsAt(level: number): void {
    if (level !== this.level) {
      this.level = level;
      this.mark();
    }
  }

  private mark(): void {
    for (const [part, selector] of Object.entries(parts)) {
      for (const each of this.root.querySelectorAll(selector)) {
        addPart(each, part);
      }
    }
    for (const heading of this.root.querySelectorAll('h2, h3, h4')) {
      heading.setAttribute('aria-level', String(Number(heading.localName.slice(1)) - first + this.level));
    }
  }
}

/** Not by `part.add`, which the DOM of test runners lacks. */
function addPart(element: Element, part: string): void {
  const named = element.getAttribute('part')?.split(' ') ?? [];
  if (!named.includes(part)) {
    element.setAttribute('part', [...named, part].join(' '));
  }
}
