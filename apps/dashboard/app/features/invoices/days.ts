/** The last day before an instant or a day at which something ends: "until the end of" is stored as the start of the next day. */
export function lastBefore(end: string): string {
  const at = new Date(end.length === 10 ? `${end}T00:00:00Z` : end);
  return new Date(at.getTime() - 1).toISOString();
}
