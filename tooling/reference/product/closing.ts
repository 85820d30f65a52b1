import { markUncollectible } from "@tenantry/core/invoices/mark-uncollectible";
import { voidInvoice } from "@tenantry/core/invoices/void";
import { invoiceNames } from "../observed.ts";
import { find } from "../refusal.ts";
import type { Step } from "../steps.ts";
import type { World } from "../world.ts";
import { ownerOf } from "./contexts.ts";
import { known, type Product } from "./product.ts";

/** Takes an invoice back or gives it up, as its seller. */
export async function close(
  product: Product,
  world: World,
  step: Extract<Step, { do: "void" | "give up"; invoice: string }>,
): Promise<void> {
  const { id: name, seller } = find(world.invoices, step.invoice);
  const id = known(product.invoices, invoiceNames(world).get(name)!);
  const ctx = await ownerOf(product, seller);
  await (step.do === "void" ? voidInvoice(ctx, { id }) : markUncollectible(ctx, { id }));
}
