import { createCustomer } from "@tenantry/core/customers/create";
import { keyScopes } from "@tenantry/core/key-scopes";
import { inviteOperator } from "@tenantry/core/operators/invite";
import { type Role, roles } from "@tenantry/core/roles";
import {
  type Agency,
  addPerson,
  newAgency,
  newReseller,
  type Person,
  personPassword,
  type Reseller,
} from "@tenantry/core/testing";
import { setUpSecondFactor } from "./second-factor.ts";
import { cookieOf, openTestWeb, type TestWeb } from "./web.ts";

/** Somebody who asks: what they send along, and where they stand in the tree. */
export interface Principal {
  /** As in policy.ts: AO, RS, PO, anonymous; a key is "key <scope>" with its creator's principal. */
  name: string;
  host: string;
  session?: string;
  key?: { scopes: string[]; creator: string };
  /** The account acted in; the agency's own for anonymous. */
  account: Place;
  /** A key's text. */
  secret?: string;
}

/** An account with the ids that its rows carry. */
export interface Place {
  side: "agency" | "reseller" | "customer" | "operator";
  agencyId: string;
  /** Left out where no distributor is above. */
  distributorId?: string;
  resellerId: string;
  accountId: string;
  host: string;
}

/** An agency with everybody in it who can ask. */
export interface World {
  web: TestWeb;
  agency: Agency;
  reseller: Reseller;
  customerId: string;
  places: Record<"agency" | "reseller" | "customer" | "operator", Place>;
  principals: Principal[];
  who(name: string): Principal;
}

const staff: Role[] = ["owner", "admin", "finance", "support", "viewer"];
export const operatorHost = "operator.localhost";

/** Opens the web process and fills one agency with every principal of the policy table. */
export async function openWorld(): Promise<World> {
  return inhabit(await openTestWeb());
}

/** Another agency with everybody in it, in the same installation. */
export async function inhabit(web: TestWeb, name?: string): Promise<World> {
  const { app } = web;
  // A test agency, so that every verb has somewhere to be asked: its clock can be moved.
  const agency = await newAgency(app, { mode: "test", ...(name ? { name: `${name} agency` } : {}) });
  const reseller = await newReseller(app, agency, name && `${name} reseller`);
  const customer = await createCustomer(await agency.ctx(), {
    name: `${name ?? ""} Customer`,
    parentId: reseller.id,
  });
  const places = placesOf(agency, reseller, customer.id);
  const principals: Principal[] = [
    { name: "anonymous", host: agency.host, account: places.agency },
    { name: "PO", host: operatorHost, account: places.operator, session: await newOperator(web) },
  ];
  for (const place of [places.agency, places.reseller, places.customer]) {
    const roles: Role[] = place.side === "customer" ? ["owner", "member"] : staff;
    for (const role of roles) principals.push(await newPerson(web, place, role));
  }
  const who = (wanted: string) => {
    const found = principals.find((principal) => principal.name === wanted);
    if (!found) throw new Error(`Nobody here is ${wanted}`);
    return found;
  };
  for (const scope of keyScopes) principals.push(await newKey(web, who("AO"), [scope]));
  principals.push(await newKey(web, who("RO"), resellerKeyScopes));
  return { web, agency, reseller, customerId: customer.id, places, principals, who };
}

/** What a key of a reseller can be given. */
export const resellerKeyScopes = keyScopes.filter(
  (scope) => !["resellers:write", "usage:ingest"].includes(scope),
);

/** A person with this role, signed in. */
export async function newPerson(
  web: TestWeb,
  place: Place,
  role: Role,
): Promise<Principal & Person & { session: string }> {
  const realmId = place.side === "customer" ? place.resellerId : place.accountId;
  const customerId = place.side === "customer" ? place.accountId : undefined;
  const person = await addPerson(web.app, place.host, { ...place, realmId, customerId }, role);
  const name = place.side.charAt(0).toUpperCase() + role.charAt(0).toUpperCase();
  return { name, host: place.host, account: place, ...person };
}

/** Operations after which a person is no longer who they were: their session, password or second step changes. */
const expending = [
  ...["deleteSession", "changePassword"],
  ...["enableSecondFactor", "disableSecondFactor", "renewRecoveryCodes"],
];

/** Whoever asks an operation that changes them: somebody else of that role, with a second step where it takes one. */
export async function expendable(web: TestWeb, id: string, principal: Principal): Promise<Principal> {
  if (principal.name === "PO" && id === "deleteOperatorSession")
    return { ...principal, session: await newOperator(web) };
  const role = roles.find((one) => one.startsWith(principal.name.charAt(1).toLowerCase()));
  const isPerson = principal.session && role && principal.account.side !== "operator";
  if (!isPerson || !expending.includes(id)) return principal;
  const another = await newPerson(web, principal.account, role);
  if (["renewRecoveryCodes", "disableSecondFactor"].includes(id))
    await setUpSecondFactor(web, another.host, another.session);
  return another;
}

/** An operator, signed in; answers the session. */
export async function newOperator(web: TestWeb): Promise<string> {
  const link = await inviteOperator(web.app, `operator-${crypto.randomUUID()}@example.com`);
  const body = {
    token: link.split("/").at(-1),
    name: "Iris",
    password: personPassword,
    confirm: personPassword,
  };
  return cookieOf(await web.ask(operatorHost, "/api/v1/operator/setup", { body }));
}

/** A key made by this person; used once, so that its "last used" stays as it is for a minute. */
export async function newKey(web: TestWeb, by: Principal, scopes: string[]): Promise<Principal> {
  const made = await web.ask(by.host, "/api/v1/api-keys", {
    session: by.session,
    body: { name: "test", scopes },
  });
  const { key } = made.json();
  await web.ask(by.host, "/api/v1/openapi.json", { key });
  return {
    name: `key of ${by.name} with ${scopes.join(" ")}`,
    host: by.host,
    account: by.account,
    key: { scopes, creator: by.name },
    secret: key,
  };
}

/** What a request of this principal carries. */
export function credentials({ session, secret }: Principal): { session?: string; key?: string } {
  return { session, key: secret };
}

function placesOf(agency: Agency, reseller: Reseller, customerId: string): World["places"] {
  const agencyId = agency.id;
  return {
    agency: { side: "agency", agencyId, resellerId: agencyId, accountId: agencyId, host: agency.host },
    reseller: {
      side: "reseller",
      agencyId,
      resellerId: reseller.id,
      accountId: reseller.id,
      host: reseller.host,
    },
    customer: {
      side: "customer",
      agencyId,
      resellerId: reseller.id,
      accountId: customerId,
      host: reseller.host,
    },
    operator: { side: "operator", agencyId, resellerId: agencyId, accountId: agencyId, host: agency.host },
  };
}
