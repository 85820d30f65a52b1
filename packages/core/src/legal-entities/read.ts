import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { query, type Run } from "../kernel/verb.ts";
import { legalEntity } from "./schemas.ts";

/** Who the caller's own account is on its invoices; its name where nothing was said. */
export const readLegalEntity = query("legal-entity.read", {
  input: none,
  output: legalEntity,
  run: (run) => onPaper(run),
});

interface Row {
  name: string;
  address: string;
  country: string | null;
  taxId: string | null;
  taxBps: number;
  pricesIncludeTax: boolean;
  iban: string | null;
  bic: string | null;
}

const paperSql = `
  select p.name, p.address, p.country, p.tax_id as "taxId", p.tax_bps as "taxBps",
    p.prices_include_tax as "pricesIncludeTax", b.iban, b.bic
  from app.seller_on_paper($1) p
  left join app.seller_account($1) b on true`;

/** A seller as documents name it. Throws `not_found` for a distributor, which sells nothing to customers. */
export async function onPaper({ tx, ctx }: Run): Promise<Row> {
  if (ctx.scope.kind === "distributor") throw new AppError("not_found");
  const [row] = await tx.named<Row>("own_paper", paperSql, [ctx.scope.account]);
  if (!row) throw new AppError("not_found");
  return row;
}
