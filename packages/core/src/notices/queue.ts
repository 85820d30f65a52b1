import type { Tx } from "@tenantry/db";
import type { NoticeKind } from "./kinds.ts";

interface Notice {
  /** Of a changed bank account owners and admins hear in any case: it is security mail. */
  kind: NoticeKind | "bank_account_changed";
  /** The invitation, the reseller or the endpoint. */
  subjectId: string;
  /** Whose people hear of it; without it `only` does, wherever they are. */
  accountId?: string;
  only?: string;
  /** Whoever caused it knows. */
  except?: string;
}

/** Queues a notice, in this transaction, to those who want it. */
export async function queueNotice(
  tx: Tx,
  { kind, subjectId, accountId, only, except }: Notice,
): Promise<void> {
  await tx.named("queue_notice", "select app.queue_notice($1, $2, $3, $4, $5)", [
    ...[kind, accountId ?? null, subjectId, only ?? null, except ?? null],
  ]);
}
