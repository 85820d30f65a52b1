import type { Change } from "./types.ts";

type Facts = Record<string, unknown> | null;

/** What an entry says was changed, field by field; text as it is, everything else as JSON. */
export function changesOf(before: Facts, after: Facts): Change[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.map((field) => ({ field, before: told(before?.[field]), after: told(after?.[field]) }));
}

function told(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
