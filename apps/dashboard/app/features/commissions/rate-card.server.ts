import { readRate } from "@tenantry/core/commissions/read-rate";
import { may } from "@tenantry/core/kernel/authorize";
import type { Ctx } from "@tenantry/core/kernel/ctx";
import type { Ask } from "@tenantry/core/kernel/together";
import type { RateCardProps } from "./rate-card.tsx";

/** The card of a reseller's or plan's rate on the agency's pages; undefined where no commission is earned, or not for this person. */
export async function readRateCard(
  ask: Ask,
  { actor }: Ctx,
  subject: RateCardProps["subject"],
  id: string,
): Promise<RateCardProps | undefined> {
  if (!may(actor, "commission-rate.read")) return undefined;
  const { applies, ownBps } = await ask(readRate, { subject, id });
  if (!applies) return undefined;
  const changeTo = may(actor, "commission-rate.set") ? `/${subject}s/${id}/rate` : undefined;
  return { subject, rateBps: ownBps, changeTo };
}
