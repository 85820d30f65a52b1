/** A rate as a person of `language` types it ("1.0834", "1,0834"), as the API takes it; anything else as it was typed, which the API refuses. */
export function exchangeRateFromTyped(typed: string, language: string): string {
  const text = typed.trim();
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  const sign = parts.find(({ type }) => type === "decimal")?.value ?? ".";
  if (sign === ".") return text;
  // Their dot groups thousands: "1.083" is not a little more than one.
  return text.includes(".") ? `${text}?` : text.replace(sign, ".");
}
