import { readRate } from "@tenantry/core/commissions/read-rate";
import { rateAsTyped, rateFromTyped } from "@tenantry/core/commissions/typed-rate";
import { may } from "@tenantry/core/kernel/authorize";
import type { Ctx, Tenant } from "@tenantry/core/kernel/ctx";
import type { Ask } from "@tenantry/core/kernel/together";
import type { RateField } from "./types.ts";

/** Of whom the rate is filled in: the customer, or before it is there its reseller. */
type Subject = { subject: "customer" | "reseller"; id: string };

/**
 * The field of the commission rate (D-16): filled in with what counts. Undefined where no commission is earned, or nothing about rates is this
 * person's to see.
 */
export async function readRateField(
  ask: Ask,
  { actor }: Ctx & { tenant: Tenant },
  of: Subject | undefined,
): Promise<RateField | undefined> {
  if (!of || !may(actor, "commission-rate.read")) return undefined;
  const rate = await ask(readRate, of);
  if (!rate.applies) return undefined;
  const { counting, inherited, ownBps, ceilingBps } = rate;
  const fallback = of.subject === "reseller" ? counting : inherited;
  const filled = ownBps ?? (ceilingBps !== null ? ceilingBps : fallback?.rateBps) ?? null;
  return {
    value: filled === null ? "" : rateAsTyped(filled),
    inherited: fallback && { source: fallback.source, rateBps: fallback.rateBps },
    ceilingBps: of.subject === "customer" ? ceilingBps : (counting?.rateBps ?? ceilingBps),
    fixed: !may(actor, "commission-rate.set"),
  };
}

/** What was typed for the rate: undefined where the form has no such field, null where it was left empty. */
export function typedRate(form: FormData, language: string): number | null | undefined {
  const typed = form.get("rateBps");
  if (typeof typed !== "string") return undefined;
  return typed.trim() === "" ? null : rateFromTyped(typed, language);
}
