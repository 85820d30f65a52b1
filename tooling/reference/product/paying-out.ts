import { cancelPayout } from "@tenantry/core/payouts/cancel";
import { completePayout } from "@tenantry/core/payouts/complete";
import { createPayouts } from "@tenantry/core/payouts/create";
import { failPayout } from "@tenantry/core/payouts/fail";
import { sendPayout } from "@tenantry/core/payouts/send";
import type { Step } from "../steps.ts";
import { inTheEvening } from "./clock.ts";
import { ownerOf } from "./contexts.ts";
import { known, type Product } from "./product.ts";

type PayingOut = Extract<Step, { do: "draft payouts" | "pay out" }>;
type Moving = Extract<Step, { do: "send payout" | "cancel payout" | "complete payout" | "fail payout" }>;

/** A run of which nothing comes is no error to the product. */
export class NothingDue extends Error {}

/**
 * Made in the evening: what was paid at noon can be paid out from noon on, or an hour beside it where clocks were changed between.
 */
export async function draftOrPayOut(
  product: Product,
  { do: what, reseller, minimum }: PayingOut,
): Promise<void> {
  const resellerId = known(product.accounts, reseller).id;
  const { payouts } = await inTheEvening(product, async () =>
    createPayouts(await ownerOf(product, "agency"), { resellerId, minimumMinor: Number(minimum) }),
  );
  for (const { id } of payouts) product.payouts.set(`o${product.payouts.size + 1}`, id);
  if (what === "pay out")
    for (const { id } of payouts) await sendPayout(await ownerOf(product, "agency"), { id });
  if (payouts.length === 0) throw new NothingDue();
}

export async function movePayout(product: Product, payout: string, step: Moving["do"]): Promise<void> {
  const agency = await ownerOf(product, "agency");
  const id = known(product.payouts, payout);
  if (step === "send payout") await sendPayout(agency, { id });
  else if (step === "cancel payout") await cancelPayout(agency, { id });
  else await (step === "complete payout" ? completePayout : failPayout)(agency, { id, reference: "bank" });
}
