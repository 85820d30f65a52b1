import { z } from "zod";
import { id } from "../identity/schemas.ts";

export const disputeOutcomes = ["withdrawn", "stands", "adjusted"] as const;

const words = z.string().trim().min(1, "required").max(1_000, "too_long");

/** `id` is a decision about the line. */
export const createInput = z.strictObject({ id, reason: words });
export const created = z.object({ id: z.string() });

export const byDispute = z.strictObject({ id });
export const settleInput = z.strictObject({
  id,
  answer: words,
  /** What the line brings in all from now on, in minor units; what it brings already lets it stand. */
  amountMinor: z.int("amount_wrong").min(0, "amount_wrong"),
});
export const settled = z.object({ id: z.string(), outcome: z.enum(disputeOutcomes) });
