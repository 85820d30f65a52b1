import { ingestUsage } from "@tenantry/core/usage/ingest";
import type { Step } from "../steps.ts";
import { ownerOf } from "./contexts.ts";
import { known, type Product } from "./product.ts";

/** The product tells what a customer used, at ten in the morning of a day, and each time a little later. */
export async function use(product: Product, step: Extract<Step, { do: "use" }>): Promise<void> {
  const { stage, zone, customers } = product;
  product.told += 1;
  const { rows } = await stage.eyes.query<{ at: string }>(
    `select to_json(($1::date + time '10:00' + $2 * interval '1 second') at time zone $3) #>> '{}' as at`,
    [step.day, product.told, zone],
  );
  const event = { source: "driver", eventId: `e${product.told}`, meter: step.meter, at: rows[0]!.at };
  const accountId = known(customers, step.customer);
  const { accepted } = await ingestUsage(await ownerOf(product, "agency"), {
    events: [{ ...event, accountId, quantity: Number(step.quantity) }],
  });
  if (accepted !== 1) throw new Error("The usage was not accepted");
}
