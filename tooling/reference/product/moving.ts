import { newId } from "@tenantry/core/kernel/ids";
import { answerTransfer } from "@tenantry/core/transfers/answer";
import { requestTransfer } from "@tenantry/core/transfers/request";
import { carryOutTransfers } from "@tenantry/core/transfers/sweep";
import type { Step } from "../steps.ts";
import { ownerOf } from "./contexts.ts";
import { known, type Product } from "./product.ts";

/** The agency asks, everybody confirms, and the worker comes. */
export async function move(
  product: Product,
  { customer, from, to }: Extract<Step, { do: "move" }>,
): Promise<void> {
  const customerId = known(product.customers, customer);
  const giver = from ?? "agency";
  const receiver = to ?? "agency";
  await insertOwner(product, customerId, known(product.accounts, giver).id);
  const { id } = await requestTransfer(await ownerOf(product, "agency"), {
    ...{ customerId, receiverId: known(product.accounts, receiver).id },
  });
  for (const side of [giver, receiver])
    if (side !== "agency") await answerTransfer(await ownerOf(product, side), { id, confirms: true });
  const host = await ownerOf(product, giver);
  const person = { ...host.actor, accountId: customerId, accountKind: "customer" } as typeof host.actor;
  const scope = { agency: product.agencyId, kind: "customer" as const, account: customerId };
  await answerTransfer({ ...host, actor: person, scope }, { id, confirms: true });
  await carryOutTransfers(product.stage.worker);
}

/** Somebody of the customer's who could confirm, on its seller's host. */
async function insertOwner({ stage, agencyId }: Product, customerId: string, realmId: string): Promise<void> {
  const userId = newId();
  const place = [agencyId, userId, realmId];
  await stage.eyes.query(
    `insert into users (agency_id, id, realm_id, distributor_id, reseller_id, email, name)
     values ($1, $2::uuid, $3, $1, $3, $2::uuid || '@driver.example', 'Olga Owner')`,
    place,
  );
  await stage.eyes.query(
    "insert into passwords (agency_id, user_id, distributor_id, reseller_id, hash) values ($1, $2, $1, $3, 'none')",
    place,
  );
  await stage.eyes.query(
    `insert into memberships (agency_id, user_id, account_id, distributor_id, reseller_id, customer_id, role)
     values ($1, $2, $4, $1, $3, $4, 'owner')`,
    [...place, customerId],
  );
}
