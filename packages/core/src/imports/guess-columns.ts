/** Which column is which field, by their names: a field's own or another it goes by. A column is taken once. Pure. */
export function guessColumns<F extends string>(
  fields: readonly F[],
  alsoCalled: Partial<Record<F, string[]>>,
  head: readonly string[],
): Partial<Record<F, number>> {
  const names = head.map(plain);
  const found: Partial<Record<F, number>> = {};
  for (const field of fields) {
    const wanted = [field, ...(alsoCalled[field] ?? [])].map(plain);
    const place = names.findIndex((name) => wanted.includes(name));
    if (place >= 0 && !Object.values(found).includes(place)) found[field] = place;
  }
  return found;
}

/** "Contact E-Mail" and "contactEmail" are the same name. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
