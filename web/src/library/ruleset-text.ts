/** More than any ruleset needs, in bytes: the core refuses what is longer, and says so. */
const longest = 262_145;

/** What stands in the file of a ruleset. */
export const rulesetText = (file: Blob): Promise<string> => file.slice(0, longest).text();
