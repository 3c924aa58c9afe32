// Sizes inside follow the letters around the element, and not those of the root, which belong to the page. One font size
// there is the length `--partner-check-rem`; the build measures the styles by it (scripts/element.mjs).

export function measureByFont(): void {
  try {
    // Where lengths cannot be registered, each is measured by the letters where it is used.
    globalThis.CSS?.registerProperty?.({
      name: '--partner-check-rem',
      syntax: '<length>',
      inherits: true,
      initialValue: '16px',
    });
  } catch (failure) {
    if (!(failure instanceof DOMException && failure.name === 'InvalidModificationError')) {
      throw failure;
    }
    // Another element of the page, or another version of it, came first.
  }
}
