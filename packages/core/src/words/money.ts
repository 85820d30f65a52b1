/** Minor units in their currency as people read them, exactly: the digits are moved, never divided. Compact ones are rounded. */
export function moneyIn(
  language: string,
  notation: "standard" | "compact" = "standard",
): (amountMinor: number, currency: string) => string {
  const currencies = new Map<string, { format: Intl.NumberFormat; exponent: number }>();
  const made = (currency: string) => {
    const style = { style: "currency", currency } as const;
    const exponent = new Intl.NumberFormat(language, style).resolvedOptions().maximumFractionDigits ?? 2;
    return { format: new Intl.NumberFormat(language, { ...style, notation }), exponent };
  };
  return (amountMinor, currency) => {
    const known = currencies.get(currency) ?? made(currency);
    currencies.set(currency, known);
    const { format, exponent } = known;
    const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, "0");
    const whole = digits.slice(0, digits.length - exponent);
    const decimal = `${amountMinor < 0 ? "-" : ""}${whole}.${digits.slice(whole.length) || "0"}`;
    return format.format(decimal as `${number}`);
  };
}
