import type { Ctx } from "../kernel/ctx.ts";
import { answerTransfer } from "../transfers/answer.ts";
import { requestTransfer } from "../transfers/request.ts";
import type { TestApp } from "./app.ts";
import { contextFor } from "./context.ts";
import type { Market } from "./market.ts";
import { addPerson } from "./person.ts";

/** Who gives or gets a customer. */
export interface Side {
  id: string;
  host: string;
  ctx: Ctx;
}

/** An owner of a customer on its seller's host. */
export function newCustomerOwner(
  app: TestApp,
  { agency }: Market,
  customerId: string,
  seller: Pick<Side, "id" | "host">,
) {
  const of = { accountId: customerId, customerId, realmId: seller.id, resellerId: seller.id };
  return addPerson(app, seller.host, { agencyId: agency.id, ...of }, "owner");
}

/** Moves a customer as the agency asks and everybody who has to confirms; answers the transfer and the customer's owner. */
export async function agreedTransfer(
  app: TestApp,
  market: Market,
  customerId: string,
  giver: Side,
  receiver: Pick<Side, "id" | "ctx">,
) {
  const owner = await newCustomerOwner(app, market, customerId, giver);
  const agency = await market.as.agency();
  const { id } = await requestTransfer(agency, { customerId, receiverId: receiver.id });
  for (const side of [giver, receiver])
    if (side.id !== market.agency.id) await answerTransfer(side.ctx, { id, confirms: true });
  await answerTransfer(await contextFor(app, giver.host, owner.session), { id, confirms: true });
  return { id, owner };
}
