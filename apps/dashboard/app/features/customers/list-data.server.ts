import { listCustomers } from "@tenantry/core/customers/list";
import type { Ask } from "@tenantry/core/kernel/together";
import { listResellers } from "@tenantry/core/resellers/list";
import { usageByCustomer } from "@tenantry/core/usage/index";

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
