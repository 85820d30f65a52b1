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
}

const paperSql = `
  select name, address, country, tax_id as "taxId", tax_bps as "taxBps" from app.seller_on_paper($1)`;

/** A seller as documents name it. Throws `not_found` for a distributor, which sells nothing to customers. */
export async function onPaper({ tx, ctx }: Run): Promise<Row> {
  if (ctx.scope.kind === "distributor") throw new AppError("not_found");
  const [row] = await tx.named<Row>("own_paper", paperSql, [ctx.scope.account]);
  if (!row) throw new AppError("not_found");
  return row;
}
