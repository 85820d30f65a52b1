import type { Tx } from "@tenantry/db";
import type { z } from "zod";
import type { Place } from "../kernel/list-page.ts";
import type { Run } from "../kernel/verb.ts";
import type { transfer } from "./schemas.ts";

type Shown = z.output<typeof transfer>;

interface Row {
  [column: string]: unknown;
  id: string;
  customerId: string;
  giverId: string;
  receiverId: string;
  customerName: string;
  giverName: string;
  receiverName: string;
  state: Shown["state"];
  requestedAt: Date;
  lapsesAt: Date;
  giverAt: Date | null;
  receiverAt: Date | null;
  customerAt: Date | null;
  refusedBy: Shown["refusedBy"];
  dueAt: Date | null;
  settledAt: Date | null;
  place: string;
}

const rowsSql = `
  select id, customer_id as "customerId", giver_id as "giverId", receiver_id as "receiverId",
    customer_name as "customerName", giver_name as "giverName", receiver_name as "receiverName", state,
    requested_at as "requestedAt", lapses_at as "lapsesAt", giver_at as "giverAt", receiver_at as "receiverAt",
    customer_at as "customerAt", refused_by as "refusedBy", due_at as "dueAt", settled_at as "settledAt",
    requested_at::text as place
  from app.transfers_here($1, $2, $3, $4::timestamptz, $5, $6)`;

/**
 * The caller's transfers: those it is a side of, for an agency all of them. `customer`: that customer's, asked in the scope of the host
 * its people are in.
 */
export function transfersHere(
  tx: Tx,
  { id = null, customer = null, place, limit = 1 }: Asked,
): Promise<Row[]> {
  const values = [id, customer, place?.backwards ?? false, place?.key ?? null, place?.id ?? null, limit];
  return tx.named<Row>("transfers_here", rowsSql, values);
}

interface Asked {
  id?: string | null;
  customer?: string | null;
  place?: Place;
  limit?: number;
}

/** The customer whose people ask; null for everybody else. */
export function customerOf(actor: Run["ctx"]["actor"]): string | null {
  return actor.kind === "user" && actor.accountKind === "customer" ? actor.accountId : null;
}

export function shownTransfer(row: Row, { actor, scope }: Run["ctx"]): Shown {
  const at = (moment: Date | null) => moment?.toISOString() ?? null;
  const customer = customerOf(actor) !== null;
  const side = customer
    ? "customer"
    : row.giverId === scope.account
      ? "giver"
      : row.receiverId === scope.account
        ? "receiver"
        : null;
  // Nobody below the agency is told what it is called, and no reseller what another is before that one has confirmed.
  const name = (id: string, said: string, confirmedAt: Date | null) => {
    if (scope.kind !== "agency" && id === scope.agency) return "";
    return scope.kind === "reseller" && !customer && id !== scope.account && !confirmedAt ? "" : said;
  };
  return {
    ...{ id: row.id, state: row.state, refusedBy: row.refusedBy, side },
    customer: { id: row.customerId, name: row.customerName },
    giver: { id: row.giverId, name: name(row.giverId, row.giverName, row.giverAt) },
    receiver: { id: row.receiverId, name: name(row.receiverId, row.receiverName, row.receiverAt) },
    requestedAt: row.requestedAt.toISOString(),
    lapsesAt: row.lapsesAt.toISOString(),
    confirmed: { giver: at(row.giverAt), receiver: at(row.receiverAt), customer: at(row.customerAt) },
    dueAt: at(row.dueAt),
    settledAt: at(row.settledAt),
  };
}
