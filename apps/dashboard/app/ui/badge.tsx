export type BadgeTone = "ok" | "warn" | "danger" | "none";

/** A dot and a word: never colour alone. */
export function Badge({ tone, children }: { tone: BadgeTone; children: string }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}
