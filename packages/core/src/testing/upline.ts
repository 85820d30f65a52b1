import type { Delegation } from "../delegations/rules.ts";
import { setDelegation } from "../delegations/set.ts";
import { createDistributor } from "../distributors/create.ts";
import { acceptInvitation } from "../invitations/accept.ts";
import type { App, Ctx } from "../kernel/ctx.ts";
import { createReseller } from "../resellers/create.ts";
import { type Agency, letters } from "./agency.ts";
import { contextFor } from "./context.ts";
import { keepProven, personPassword } from "./person.ts";
import { type Reseller, resellerInput } from "./reseller.ts";

/** A ceiling that forbids nothing. */
export const everything: Omit<Delegation, "resellers"> = {
  ...{ create: true, edit: true, archive: true, maximum: null },
  stopModes: ["sales_stopped", "inactive", "stopped"],
  types: ["own_plans", "commission"],
};

/** An account with resellers of its own, its owner signed in. */
export interface Upline extends Reseller {
  /** A fresh context of the owner. */
  ctx(): Promise<Ctx>;
}

/** What the create form holds for a test's distributor. */
export function distributorInput(loginDomain: string, name = `Distributor ${loginDomain}`) {
  const { type: _, ...contact } = resellerInput(loginDomain, name);
  return { ...contact, delegation: everything };
}

/** Creates a distributor as its agency's owner and takes up the activation link. */
export async function newDistributor(
  app: App,
  agency: Agency,
  { ceiling = everything, name }: { ceiling?: typeof everything; name?: string } = {},
): Promise<Upline> {
  const loginDomain = `d${letters(14)}`;
  const input = { ...distributorInput(loginDomain, name), delegation: ceiling };
  const made = await createDistributor(await agency.ctx(), input);
  const host = `${loginDomain}.partner.${app.config.base}`;
  const session = await takeUp(app, agency, host, made.activationLink);
  return {
    ...{ id: made.id, host, name: made.name, loginDomain },
    owner: { email: input.email, session },
    ctx: () => contextFor(app, host, session),
  };
}

/** Lets a reseller have resellers of its own. */
export async function asUpline(
  app: App,
  agency: Agency,
  reseller: Reseller,
  ceiling = everything,
): Promise<Upline> {
  await setDelegation(await agency.ctx(), { id: reseller.id, ...ceiling });
  return { ...reseller, ctx: () => contextFor(app, reseller.host, reseller.owner.session) };
}

/** A reseller that its upline has created, activated, with its owner signed in. */
export async function newResellerOf(
  app: App,
  agency: Agency,
  upline: Upline,
  name?: string,
): Promise<Reseller> {
  const loginDomain = `s${letters(14)}`;
  const input = resellerInput(loginDomain, name);
  const made = await createReseller(await upline.ctx(), input);
  const host = `${loginDomain}.partner.${app.config.base}`;
  const session = await takeUp(app, agency, host, made.activationLink);
  return { id: made.id, host, name: made.name, loginDomain, owner: { email: input.email, session } };
}

async function takeUp(app: App, agency: Agency, host: string, link: string | null): Promise<string> {
  const { token } = await acceptInvitation(await contextFor(app, host), {
    token: link?.split("/").at(-1) ?? "",
    name: "Una Upline",
    password: personPassword,
    confirm: personPassword,
  });
  await keepProven(app, agency.id, token);
  return token;
}
