import type { Source } from "./source.ts";

/**
 * What belongs to the machine or the work behind a file, not to the product. Written so that no pattern finds itself.
 */
const patterns: [RegExp, string][] = [
  [
    /registry\.npmjs\.org|registry\.yarnpkg\.com|npm\.pkg\.github\.com|tarball: ?['"]?https?:/,
    "a registry host",
  ],
  [/\/(npm|pypi)-(proxy|mirror|cache)\b|_auth[T]oken/, "a registry host"],
  [/(^|[\s"'`(=:])\/(work|root|Users\/\w+|home\/\w+)\/[\w.]/m, "a path of one machine"],
  [/\b(anthropi[c]|chatgp[t]|claud[e])\b/i, "talk of the work"],
  [
    /\bas an ai\b|\b(the|my|your) brief\b|\b(this|previous|next|last) (session's work|conversation|prompt)\b/i,
    "talk of the work",
  ],
];

/** Finds registry hosts, paths of one machine and talk of the working session in the files git tracks. */
export function checkStrangers(sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) =>
    patterns.flatMap(([pattern, what]) => {
      const match = pattern.exec(text);
      if (!match) return [];
      const line = text.slice(0, match.index).split("\n").length;
      return [`${path}:${line}: ${what} (${match[0].trim()})`];
    }),
  );
}
