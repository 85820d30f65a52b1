/**
 * Money is a whole number of a currency's minor units (cents, yen, fils) and the currency beside it, never a fraction
 * and never a float. One rounding rule, here and nowhere else: half to even. What is shared out is allocated by largest
 * remainder, so that the parts add up to the whole.
 */
export interface Money {
  /** ISO 4217, upper case. */
  currency: string;
  amountMinor: bigint;
}

/** What a bigint column holds. */
const most = 2n ** 63n - 1n;
const bpsPerWhole = 10_000n;
const known = new Set(Intl.supportedValuesOf("currency"));

/** The most that may be asked for at once: far above anything sold, and a JSON number still tells each unit apart. */
export const mostAmount = 9_000_000_000_000_000n;

/** Minor units as a JSON number. Throws a RangeError where one could not hold them to the unit. */
export function asJson(amountMinor: bigint): number {
  const told = Number(amountMinor);
  if (!Number.isSafeInteger(told)) throw new RangeError("More than a JSON number tells to the unit");
  return told;
}

/** Every currency there is, by code. */
export const currencies: readonly string[] = [...known].sort();

export function isCurrency(code: string): boolean {
  return known.has(code);
}

/** Digits after the decimal sign: 2 for EUR, 0 for JPY, 3 for KWD. */
export function exponentOf(currency: string): number {
  if (!isCurrency(currency)) throw new RangeError(`${currency} is no currency`);
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** The sum. Throws a RangeError for two currencies, or when it is more than the database holds. */
export function plus(one: Money, other: Money): Money {
  if (one.currency !== other.currency) throw new RangeError("Two currencies cannot be added");
  return { currency: one.currency, amountMinor: held(one.amountMinor + other.amountMinor) };
}

/** `times` as many. Throws a RangeError when it is more than the database holds. */
export function times(money: Money, count: bigint): Money {
  return { currency: money.currency, amountMinor: held(money.amountMinor * count) };
}

/** A share in basis points (250 = 2.5 %), rounded half to even. */
export function shareOf(money: Money, rateBps: bigint): Money {
  return {
    currency: money.currency,
    amountMinor: held(divideHalfEven(money.amountMinor * rateBps, bpsPerWhole)),
  };
}

/** Quotient rounded to the nearest whole, halves to the even one; the sign does not change how it rounds. */
export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError("The divisor is positive");
  if (dividend < 0n) return -divideHalfEven(-dividend, divisor);
  const whole = dividend / divisor;
  const twice = (dividend % divisor) * 2n;
  return twice > divisor || (twice === divisor && whole % 2n === 1n) ? whole + 1n : whole;
}

/**
 * Shares `money` out by weights (none negative, not all zero). The parts add up to the whole; those with the largest
 * remainder get the units that are left, the earlier of two equal ones first.
 */
export function allocate(money: Money, weights: bigint[]): Money[] {
  const { currency, amountMinor } = money;
  const sign = amountMinor < 0n ? -1n : 1n;
  return shareOut(amountMinor * sign, weights).map((part) => ({ currency, amountMinor: part * sign }));
}

/**
 * The same for any whole number that is not negative: units of a meter are shared out like money. No part is more than
 * its weight where the whole is no more than all weights together.
 */
export function shareOut(amount: bigint, weights: bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n || weights.some((weight) => weight < 0n)) throw new RangeError("Weights add up to nothing");
  const parts = weights.map((weight) => (amount * weight) / total);
  const left = Number(amount - parts.reduce((sum, part) => sum + part, 0n));
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (amount * weight) % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, left)) parts[index]! += 1n;
  return parts;
}

/** "1234.50": the plain decimal, as form fields and `Intl.NumberFormat.format` take it. */
export function toDecimal({ currency, amountMinor }: Money): string {
  const exponent = exponentOf(currency);
  const sign = amountMinor < 0n ? "-" : "";
  const digits = String(amountMinor < 0n ? -amountMinor : amountMinor).padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  return exponent === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-exponent)}`;
}

/**
 * An amount as a person of `language` types it ("1,234.5", "1.234,50", "1 234,50"), not negative. Undefined when it is no
 * amount, has more decimals than the currency, or is more than the database holds.
 */
export function fromTyped(text: string, currency: string, language: string): Money | undefined {
  const { decimal, group } = signsOf(language);
  const exponent = exponentOf(currency);
  const [whole = "", fraction = "", ...rest] = text.trim().split(decimal);
  const digits = ungrouped(whole, group);
  if (digits === undefined || rest.length > 0 || !/^\d*$/.test(fraction) || fraction.length > exponent)
    return undefined;
  if (digits === "" && fraction === "") return undefined;
  const amountMinor = BigInt((digits || "0") + fraction.padEnd(exponent, "0"));
  return amountMinor > most ? undefined : { currency, amountMinor };
}

/** "1,234" -> "1234"; groups are of three, by the language's sign or a space. */
function ungrouped(whole: string, group: string): string | undefined {
  if (/^\d{0,19}$/.test(whole)) return whole;
  const parts = whole.split(new RegExp(`[\\s\\u00a0\\u202f${group.replace(/[\]\\^-]/g, "\\$&")}]`));
  const grouped = /^\d{1,3}$/.test(parts[0] ?? "") && parts.slice(1).every((part) => /^\d{3}$/.test(part));
  return grouped && whole.length < 30 ? parts.join("") : undefined;
}

function signsOf(language: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(language, { useGrouping: true }).formatToParts(1234567.8);
  const of = (type: string, otherwise: string) =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  return { decimal: of("decimal", "."), group: of("group", ",") };
}

function held(amount: bigint): bigint {
  if (amount > most || amount < -most) throw new RangeError("More than an amount can be");
  return amount;
}
