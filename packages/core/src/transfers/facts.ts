import type { Tx } from "@tenantry/db";
import type { z } from "zod";
import { AppError, fieldError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { taxedSellers } from "../legal-entities/prices.ts";
import { type TransferFacts, transferOf } from "./rules.ts";
import type { askInput } from "./schemas.ts";

/** Everything a transfer of this customer depends on. Throws `not_found` where it is not the caller's. */
export async function readFacts(
  tx: Tx,
  customerId: string,
  receiverId: string | null,
): Promise<TransferFacts> {
  const text = "select app.transfer_facts($1, $2) as facts";
  const [row] = await tx.named<{ facts: TransferFacts | null }>("transfer_facts", text, [
    customerId,
    receiverId,
  ]);
  if (!row?.facts) throw new AppError("not_found");
  const taxed = await taxedSellers(tx);
  const subscriptions = row.facts.subscriptions.map((one) => ({
    ...one,
    pricesIncludeTax: taxed.has(one.sellerId),
  }));
  return { ...row.facts, subscriptions };
}

/** Reckons a transfer out, for showing it and for asking for it. */
export async function prepareTransfer({ tx, ctx }: Run, input: z.output<typeof askInput>) {
  if (ctx.scope.kind === "distributor") throw new AppError("kind_forbidden");
  const { customerId, receiverId, receiverCode } = input;
  if (!receiverId && !receiverCode) throw fieldError("/receiverCode", "required");
  const receiver = receiverId ?? (await byCode({ tx, ctx }, receiverCode!));
  const facts = await readFacts(tx, customerId, receiver);
  return { facts, receiver, outcome: transferOf(facts, ctx.tenant.agencyId) };
}

/** An agency names a reseller by its id. */
async function byCode({ tx, ctx }: Pick<Run, "tx" | "ctx">, code: string): Promise<string | null> {
  if (ctx.scope.kind !== "reseller") return null;
  const [row] = await tx.named<{ id: string | null }>(
    "partner_of_code",
    "select app.partner_of_code($1) as id",
    [code],
  );
  return row?.id ?? null;
}
