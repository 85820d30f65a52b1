import { brokenBooks } from "./invariants/books.ts";
import { brokenCommissions } from "./invariants/commissions.ts";
import { brokenInvoices } from "./invariants/invoices.ts";
import { brokenOverages } from "./invariants/overages.ts";
import { brokenPeriods } from "./invariants/periods.ts";
import { brokenRefunds } from "./invariants/refunds.ts";
import type { World } from "./world.ts";

/** Everything that must hold between any two steps, said as what does not. */
export function broken(world: World): string[] {
  return [
    ...brokenBooks(world),
    ...brokenCommissions(world),
    ...brokenRefunds(world),
    ...brokenInvoices(world),
    ...brokenPeriods(world),
    ...brokenOverages(world),
  ];
}
