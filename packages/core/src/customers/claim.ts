import { fieldError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";

/** Domains that say nothing of a company, because anybody has an address there. */
const everybodys = new Set([
  ...["gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com"],
  ...["icloud.com", "me.com", "aol.com", "gmx.de", "gmx.net", "web.de", "t-online.de", "proton.me"],
  ...["protonmail.com", "mail.com", "yandex.ru", "mail.ru", "qq.com", "163.com", "orange.fr", "libero.it"],
]);

interface Identity {
  email?: string | null;
  taxId?: string | null;
}

/** Days for which a reseller that adds a company keeps others from adding it; longer while it sells it something. */
export const claimDays = 90;

/**
 * Refuses a reseller a company that is another seller's customer already, without saying whose (features.md 3.16). The agency decides for itself: it sees
 * all of them.
 */
export async function refuseClaimed({ tx, ctx }: Run, { email, taxId }: Identity): Promise<void> {
  if (ctx.scope.kind !== "reseller") return;
  const domain = email?.split("@").at(-1)?.toLowerCase();
  const asked = [domain && !everybodys.has(domain) ? domain : null, taxId ?? null];
  if (asked.every((one) => one === null)) return;
  const text = "select app.customer_claimed($1, $2, $3) as by";
  const [row] = await tx.named<{ by: "email" | "tax_id" | null }>("customer_claimed", text, [
    ...asked,
    ctx.now,
  ]);
  if (row?.by) throw fieldError(row.by === "email" ? "/email" : "/taxId", "customer_claimed");
}
