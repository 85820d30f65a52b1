import { listAttention } from "@tenantry/core/attention/list";
import type { Ask } from "@tenantry/core/kernel/together";
import type { AttentionItem } from "./attention.tsx";
import { placeOf } from "./place.server.ts";

/** What needs this person, each with the list behind it; nothing where the page is `busy` with something else. */
export async function attentionOf(ask: Ask, busy: boolean): Promise<AttentionItem[]> {
  if (busy) return [];
  const { items } = await ask(listAttention, {});
  return items.map((item) => ({ ...item, to: placeOf(item.need) }));
}
