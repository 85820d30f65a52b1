/** Names of the fields that were given and are not as before. Pure. */
export function changedFields(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(after).filter((field) => after[field] !== undefined && after[field] !== before[field]);
}
