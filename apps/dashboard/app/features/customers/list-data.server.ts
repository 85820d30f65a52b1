import { listCustomers } from "@tenantry/core/customers/list";
import type { Ask } from "@tenantry/core/kernel/together";
import { listResellers } from "@tenantry/core/resellers/list";
import { readReseller } from "@tenantry/core/resellers/read";
import { usageByCustomer, usageDays } from "@tenantry/core/usage/index";
import type { CustomerRow } from "./types.ts";

type Question = Parameters<typeof listCustomers>[1];

/** One page of customers with what each used this month, read for all of them at once. */
export async function readPage(ask: Ask, question: Question) {
  const page = await ask(listCustomers, question);
  const ids = page.customers.map(({ id }) => id);
  const found = ids.length > 0 ? (await ask(usageByCustomer, { ids })).customers : [];
  const usedBy = new Map(found.map(({ id, used }) => [id, used]));
  return { ...page, customers: page.customers.map((row) => ({ ...row, used: usedBy.get(row.id) ?? 0 })) };
}

/** More resellers than this are not offered in one menu. */
export const mostSellers = 100;

/** Resellers to choose from, by name. */
export async function readSellers(ask: Ask) {
  const { resellers, next } = await ask(listResellers, { sort: "name", limit: mostSellers });
  return { sellers: resellers.map(({ id, name }) => ({ id, name })), more: next !== null };
}

/** A partner's own company as a row of the same list (D-08). Its plan runs on, so nothing of it expires. */
export async function readOwnCompany(ask: Ask, accountId: string): Promise<CustomerRow> {
  const { id, name, code, status, joinedAt } = await ask(readReseller, { id: accountId });
  const { meters } = await ask(usageDays, {});
  return {
    ...{ id, name, code, seller: null, comingExpiry: null, createdAt: joinedAt },
    type: "partner",
    status: status === "inactive" || status === "stopped" ? "inactive" : "active",
    used: meters[0]?.quantity ?? 0,
  };
}
