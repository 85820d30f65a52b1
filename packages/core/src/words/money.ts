/** Minor units in their currency as people read them, exactly: the digits are moved, never divided. */
export function moneyIn(language: string): (amountMinor: number, currency: string) => string {
  const currencies = new Map<string, Intl.NumberFormat>();
  return (amountMinor, currency) => {
    const format =
      currencies.get(currency) ?? new Intl.NumberFormat(language, { style: "currency", currency });
    currencies.set(currency, format);
    const exponent = format.resolvedOptions().maximumFractionDigits ?? 2;
    const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, "0");
    const whole = digits.slice(0, digits.length - exponent);
    const decimal = `${amountMinor < 0 ? "-" : ""}${whole}.${digits.slice(whole.length) || "0"}`;
    return format.format(decimal as `${number}`);
  };
}
