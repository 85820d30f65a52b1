import type { LucideIcon } from "lucide-react";

/** Decoration only: the word stands beside it or in a visually hidden span. Icons are imported by name, one by one. */
export function Icon({ of: Drawing }: { of: LucideIcon }) {
  return <Drawing className="i" aria-hidden="true" />;
}
