/** A patch that removes one defence, and the test that has to notice. */
export interface Mutant {
  /** The file's name. */
  name: string;
  /** What the patch takes away, in words. */
  removes: string;
  testFile: string;
  /** Part of the test's full name. */
  testName: string;
  diff: string;
}

/**
 * Reads a patch: a unified diff under the two lines `# removes: what` and `# test: file.test.ts > name`.
 * Throws when a line is missing.
 */
export function parsePatch(name: string, text: string): Mutant {
  const header = (key: string) => new RegExp(`^# ${key}: (.+)$`, "m").exec(text)?.[1]?.trim();
  const removes = header("removes");
  const [testFile, ...names] = header("test")?.split(" > ") ?? [];
  if (!removes || !testFile || names.length === 0)
    throw new Error(`${name} needs the lines "# removes: ..." and "# test: path/to/file.test.ts > name"`);
  return { name, removes, testFile, testName: names.join(" "), diff: text };
}
