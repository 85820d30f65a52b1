import { AppError, type FieldError, isAppError } from "@tenantry/core/kernel/errors";
import { currencies as allCurrencies, isCurrency } from "@tenantry/core/kernel/money";
import type { FormState } from "../../ui/form.tsx";
import { amountOf, typedAmount, unitsOf } from "./typed.server.ts";
import type { Payer, Terms } from "./types.ts";

const units = ["includedUnits", "blockUnits", "softCapUnits", "hardCapUnits"] as const;
const amounts = ["amountMinor", "costMinor"] as const;

/** Currencies the posted form had fields for. */
export function currenciesOf(form: FormData): string[] {
  return String(form.get("currencies") ?? "")
    .split(",")
    .filter(isCurrency)
    .slice(0, 20);
}

/** Currencies that can still be added, with their names. */
export function otherCurrencies(shown: string[]) {
  const names = new Intl.DisplayNames(["en"], { type: "currency" });
  const rest = allCurrencies.filter((code) => !shown.includes(code));
  return [{ value: "", label: "–" }].concat(
    rest.map((code) => ({ value: code, label: `${code} – ${names.of(code)}`, isData: true })),
  );
}

/** What was typed as terms. Throws `invalid_input` with every field that holds no number. */
export function termsOf(form: FormData, meters: string[]): Terms {
  const fields: FieldError[] = [];
  const text = (name: string) => String(form.get(name) ?? "");
  const read = <T>(name: string, code: string, value: T | "wrong"): T | undefined => {
    if (value !== "wrong") return value;
    fields.push({ pointer: `/${name}`, code });
    return undefined;
  };
  const amount = (name: string, currency: string) =>
    read(name, "amount_wrong", amountOf(text(name), currency));
  const currencies = currenciesOf(form);
  const prices = currencies.flatMap((currency) =>
    (["month", "year"] as const).flatMap((interval) => {
      const amountMinor = amount(`price.${currency}.${interval}`, currency);
      return amountMinor === undefined ? [] : [{ currency, interval, amountMinor }];
    }),
  );
  const rows = meters.flatMap((meter) => {
    const number = (of: string) => read(`${of}.${meter}`, "units_wrong", unitsOf(text(`${of}.${meter}`)));
    const [includedUnits, blockUnits, softCapUnits, hardCapUnits] = units.map(number);
    const overages = currencies.flatMap((currency) => {
      const [amountMinor, costMinor] = amounts.map((of) => amount(`${of}.${currency}.${meter}`, currency));
      if (amountMinor === undefined && costMinor === undefined) return [];
      return [{ currency, amountMinor: amountMinor ?? null, costMinor: costMinor ?? null }];
    });
    if (includedUnits === undefined) {
      const rest = [softCapUnits, hardCapUnits, overages[0]].some((value) => value !== undefined);
      if (rest) fields.push({ pointer: `/includedUnits.${meter}`, code: "required" });
      return [];
    }
    return [
      {
        ...{ meter, includedUnits, blockUnits: blockUnits ?? 1, overages },
        ...{ softCapUnits: softCapUnits ?? null, hardCapUnits: hardCapUnits ?? null },
        // The list offers nothing else, and the verb says what is wrong with what is not on it.
        payer: (text(`payer.${meter}`) || undefined) as Payer | undefined,
      },
    ];
  });
  if (fields.length > 0) throw new AppError("invalid_input", { fields });
  return { prices, meters: rows };
}

/** A verb's error about terms, pointing at the form's fields. */
export function atFields(error: unknown, { prices, meters }: Terms): unknown {
  if (!isAppError(error) || !error.fields) return error;
  const fields = error.fields.map((field): FieldError => {
    const [, root, list, index, of, inner, last] = field.pointer.split("/");
    if (root !== "terms") return field;
    const price = prices[Number(index)];
    if (list === "prices" && price) return at(field, `price.${price.currency}.${price.interval}`);
    const meter = meters[Number(index)];
    if (list !== "meters" || !meter) return at(field, "name");
    const overage = meter.overages[Number(inner)];
    if (of === "overages" && overage) return at(field, `${last}.${overage.currency}.${meter.meter}`);
    return at(field, `${of}.${meter.meter}`);
  });
  return new AppError("invalid_input", { fields });
}

function at(field: FieldError, name: string): FieldError {
  return { ...field, pointer: `/${name}` };
}

/** Terms as the form's values. */
export function valuesOf({ prices, meters }: Terms): NonNullable<FormState["values"]> {
  const ofMeter = meters.flatMap((row) => [
    ...units.map((of) => [`${of}.${row.meter}`, row[of] === null ? "" : String(row[of])]),
    [`payer.${row.meter}`, row.payer ?? ""],
    ...row.overages.flatMap((overage) =>
      amounts.map((of) => [
        `${of}.${overage.currency}.${row.meter}`,
        typedAmount(overage[of], overage.currency),
      ]),
    ),
  ]);
  return Object.fromEntries([
    ...prices.map(({ currency, interval, amountMinor }) => [
      `price.${currency}.${interval}`,
      typedAmount(amountMinor, currency),
    ]),
    ...ofMeter,
  ]);
}

/** Currencies that terms speak of, in order. */
export function currenciesIn({ prices, meters }: Terms): string[] {
  const overages = meters.flatMap((meter) => meter.overages);
  return [...new Set([...prices, ...overages].map(({ currency }) => currency))].sort();
}

/** Resellers ticked to see the plan. */
export function audienceIn(form: FormData): string[] {
  return [...form.keys()].flatMap((name) =>
    name.startsWith("audience.") ? [name.slice("audience.".length)] : [],
  );
}
