import type { Ctx } from "@tenantry/core/kernel/ctx";
import { newId } from "@tenantry/core/kernel/ids";
import { contextFor } from "@tenantry/core/testing";
import { known, type Product } from "./product.ts";

const userId = newId();

/** Somebody who is not signed in, on the host of the agency or a reseller. */
export function visitorOf({ stage, accounts }: Product, front: string): Promise<Ctx> {
  return contextFor(stage.app, known(accounts, front).host);
}

/** The owner of the agency or a reseller, as its session would make the context: signing in would take most of the time. */
export async function ownerOf(product: Product, account: string): Promise<Ctx> {
  const { id, kind } = known(product.accounts, account);
  const ctx = await visitorOf(product, account);
  const person = { userId, sessionId: "", name: "Olga Owner", email: "owner@driver.example", language: "en" };
  return {
    ...ctx,
    actor: {
      ...person,
      ...{ kind: "user", role: "owner", accountId: id, accountKind: kind, accounts: 1 },
      ...{ mustChangePassword: false, hasSecondFactor: true, provedAt: ctx.securityNow },
    },
  };
}
