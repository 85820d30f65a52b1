import type { Tx } from "@tenantry/db";
import { overages } from "@tenantry/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { asJson } from "../kernel/money.ts";
import { exactUnits } from "../usage/rules.ts";
import { blocksOver, overageMinor } from "./rules.ts";
import type { LineUsage } from "./schemas.ts";

type Row = typeof overages.$inferSelect;

/** By position, what the lines of an invoice are reckoned from. */
export async function usageOnLines(
  tx: Tx,
  agencyId: string,
  invoiceId: string,
): Promise<Map<number, LineUsage>> {
  const rows = await tx
    .select()
    .from(overages)
    .where(and(eq(overages.agencyId, agencyId), eq(overages.invoiceId, invoiceId)))
    .orderBy(asc(overages.position));
  const byPosition = new Map<number, LineUsage>();
  for (const row of rows)
    if (row.position !== null && row.billedMinor > 0n) byPosition.set(row.position, lineUsage(row, rows));
  return byPosition;
}

function lineUsage(row: Row, rows: readonly Row[]): LineUsage {
  const { meter, units, includedUnits, blockUnits, blockMinor, billedMinor, position } = row;
  const credited = rows
    .filter((one) => one.position === position && one.billedMinor < 0n)
    .reduce((sum, one) => sum - one.billedMinor, 0n);
  const charged = overageMinor(row, units) - billedMinor;
  return {
    ...{ meter, units: exactUnits(units), includedUnits: exactUnits(includedUnits) },
    ...{ blockUnits: exactUnits(blockUnits), blocks: exactUnits(blocksOver(row, units)) },
    ...{ blockMinor: asJson(blockMinor), chargedMinor: asJson(charged), creditedMinor: asJson(credited) },
  };
}
