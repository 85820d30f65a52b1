import { acceptInvitation } from "../invitations/accept.ts";
import type { App } from "../kernel/ctx.ts";
import { createReseller } from "../resellers/create.ts";
import type { ResellerType } from "../resellers/rules.ts";
import { type Agency, letters } from "./agency.ts";
import { contextFor } from "./context.ts";
import { keepProven, personPassword } from "./person.ts";

/** A reseller of an agency, activated, with its owner signed in. */
export interface Reseller {
  id: string;
  host: string;
  name: string;
  loginDomain: string;
  owner: { email: string; session: string };
}

/** What the create form holds for a test's reseller. */
export function resellerInput(loginDomain: string, name = `Reseller ${loginDomain}`) {
  return {
    type: "own_plans" as const,
    name,
    email: `owner@${loginDomain}.example`,
    phone: "+31 20 794 0182",
    contactName: "Rita Reseller",
    contactEmail: `contact@${loginDomain}.example`,
    contactPhone: "+31 20 794 0183",
    country: "NL",
    language: "en" as const,
    loginDomain,
  };
}

/** Creates a reseller as its agency's owner and takes up the activation link. */
export async function newReseller(
  app: App,
  agency: Agency,
  name?: string,
  type: ResellerType = "own_plans",
): Promise<Reseller> {
  const loginDomain = `r${letters(14)}`;
  const input = { ...resellerInput(loginDomain, name), type };
  const made = await createReseller(await agency.ctx(), input);
  const host = `${loginDomain}.partner.${app.config.base}`;
  const token = made.activationLink?.split("/").at(-1) ?? "";
  const { token: session } = await acceptInvitation(await contextFor(app, host), {
    token,
    name: "Rita Reseller",
    password: personPassword,
    confirm: personPassword,
  });
  await keepProven(app, agency.id, session);
  return { id: made.id, host, name: made.name, loginDomain, owner: { email: input.email, session } };
}
