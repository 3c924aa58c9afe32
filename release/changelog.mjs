// CHANGELOG.md: what is not released yet, and then each version with its day, the newest first.

const heading = /^## (.+)$/m;

/** The text below the heading of a version, or undefined where there is none. */
export function notesOf(changelog, version) {
  const [, ...parts] = changelog.split(/^## /m);
  const part = parts.find((text) => text.split('\n')[0].split(' ')[0] === version);
  return part?.slice(part.indexOf('\n') + 1).trim();
}

/** What was not released becomes a version of that day. @throws where there is nothing to release. */
export function released(changelog, version, day) {
  const [, first] = heading.exec(changelog) ?? [];
  if (first !== 'Unreleased' || !notesOf(changelog, 'Unreleased')) {
    throw new Error('CHANGELOG.md has nothing under "## Unreleased"');
  }
  return changelog.replace(heading, () => `## Unreleased\n\n## ${version} (${day})`);
}
