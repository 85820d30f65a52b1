/** Characters of an answer that are kept. */
const kept = 2_000;

const blacked = "[redacted]";
/** Values that say of themselves what they are, and fields whose name says it. */
const patterns: [RegExp, string][] = [
  [/whsec_[\w+/=-]+/g, blacked],
  [/\b(Bearer|Basic) [\w.~+/=-]{8,}/gi, `$1 ${blacked}`],
  [
    /("[^"\n]{0,40}(?:secret|token|password|passwd|authorization|api[_-]?key|cookie|session)[^"\n]{0,40}"\s*:\s*)"(?:[^"\\]|\\.)*"/gi,
    `$1"${blacked}"`,
  ],
];

/** What is kept of a receiver's answer: its beginning, as text, with what looks like a secret blacked out. */
export function keptAnswer(answer: string, secrets: readonly string[]): string {
  const known = secrets.reduce((text, secret) => text.replaceAll(secret, blacked), answer);
  const clean = patterns.reduce((text, [pattern, put]) => text.replace(pattern, put), known);
  // Nothing that could move a terminal's cursor or that the database cannot hold.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  const shown = clean.replace(/[\0-\x08\x0b-\x1f\x7f]/g, "");
  return shown.length > kept ? `${shown.slice(0, kept)}…` : shown;
}
