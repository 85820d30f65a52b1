import { type Scene as Battery, foreignTo, openScene } from "@tenantry/api/testing/battery";
import { type Answer, type Ask, send } from "@tenantry/api/testing/web";
import type { Principal } from "@tenantry/api/testing/world";
import { newId } from "@tenantry/core/kernel/ids";
import { routes } from "./routes.ts";
import { openServed, type Served } from "./server.ts";

/** Three agencies with everybody in them, every text of theirs marked, behind the pages. */
export interface Crawl extends Served {
  battery: Battery;
  ask(host: string, path: string, session?: string, how?: Ask): Promise<Answer>;
}

export async function openCrawl(): Promise<Crawl> {
  const served = await openServed();
  const { app, port, close } = served;
  const ask = (host: string, path: string, how: Ask = {}) =>
    send(port, host, path, { ...how, headers: { host: `${host}:${port}`, ...how.headers } });
  const battery = await openScene({ app, port, ask, close });
  return {
    ...served,
    battery,
    ask: (host, path, session, how) => ask(host, path, { ...how, session }),
  };
}

/** Everybody who opens pages; programs with a key do not. */
export function peopleOf({ battery }: Crawl): Principal[] {
  return battery.home.principals.filter(({ secret }) => !secret);
}

/** Whose record the address of a route names, and how it is called in the battery. */
const named = [
  [/^\/resellers\/drafts\/:id/, "resellerDraft"],
  [/^\/resellers\/:id/, "reseller"],
  [/^\/distributors\/:id/, "distributor"],
  [/^\/customers\/:id/, "customer"],
  [/^\/payouts\/:id\/(complete|fail)/, "sentPayout"],
  [/^\/payouts\/:id/, "payout"],
  [/^\/plans\/:id\/migrations/, "planMigration"],
  [/^\/plans\/:id/, "plan"],
  [/^\/invoices\/:id\/(refund|surplus)/, "paidInvoice"],
  [/^\/invoices\/:id/, "openInvoice"],
  [/^\/subscriptions\/:id/, "subscription"],
  [/^\/pay\/:token/, "paymentLink"],
  [/^\/pay\/gateway/, "checkout"],
  [/^\/settings\/keys\/:id/, "apiKey"],
  [/^\/settings\/webhooks\/:id/, "webhook"],
  [/^\/settings\/webhook-deliveries\/:id/, "webhookDelivery"],
  [/^\/settings\/team\/:userId/, "person"],
  [/^\/settings\/audit\/:id/, "auditEntry"],
  [/^\/invitation\/:token/, "invitation"],
  [/^\/reset-password\/:token/, "reset"],
] as const;

/** Addresses that name a record. A new one has to be told apart here, or the test that lists them fails by name. */
export const recordRoutes = routes.filter(({ path }) => path.includes(":"));

export const operatorRoute = /^\/(agencies|outbox|setup)\//;

/** Addresses with other people's records in them, each beside the same address with nobody's. */
export function foreignPaths(
  crawl: Crawl,
  asker: Principal,
  path: string,
): { foreign: string; random: string }[] {
  const kind = named.find(([form]) => form.test(path))?.[1];
  const ids = kind
    ? foreignTo(crawl.battery, asker, kind, false).map(({ id }) => id)
    : [crawl.battery.home.agency.id, crawl.battery.others[0]!.agency.id];
  return ids.map((id) => ({ foreign: filled(path, id), random: filled(path, randomLike(id)) }));
}

export function filled(path: string, id: string): string {
  return path.replaceAll(/:\w+/g, id);
}

/** As long and of the same letters, so that answers which repeat the address are as long. */
function randomLike(id: string): string {
  return id.includes(".") ? `${newId()}.${"x".repeat(id.length - 37)}` : newId();
}

/** All of an answer that may tell one record from another; what differs in every answer is left out. */
export function told({ status, headers, text }: Answer, path: string): string {
  const { date, "x-request-id": _, "content-length": __, etag, "keep-alive": ___, ...rest } = headers;
  const parts = path.split("/").filter((part) => part.length > 30);
  const all = JSON.stringify({ status, rest, text })
    // What a page is to say next is sealed with the request's own number: what it says is compared.
    .replaceAll(/__Host-flash=([\w-]+)\.[\w-]+/g, (_, said) => Buffer.from(said, "base64url").toString())
    .replaceAll(/req_[\w-]{36}/g, "req")
    .replaceAll(/nonce(=\\"|-)[\w-]{22}/g, "nonce");
  return parts.reduce((now, part) => now.replaceAll(part.replace(/\.data$/, ""), "<id>"), all);
}

/** What any form of the pages may hold: good enough for each of them to be taken. */
export const anyForm = new URLSearchParams({
  ...{ status: "inactive", colour: "#0f766e", supportEmail: "x@y.example", name: "Overwritten" },
  ...{ type: "own_plans", email: "new@overwritten.example", phone: "+351213456789", country: "PT" },
  ...{ language: "en", contactName: "Over Written", contactEmail: "o@w.example" },
  ...{ contactPhone: "+351213456789", loginDomain: "overwritten", firstSignIn: "link" },
  ...{ password: "a password for all forms", confirm: "a password for all forms" },
  ...{ session: "others", theme: "dark", intent: "profile", scopes: "usage:ingest" },
  ...{ overlapHours: "1", url: "https://overwritten.example/hook", eventTypes: "reseller.created" },
  ...{ reference: "Overwritten", outcome: "paid", payerEmail: "o@w.example" },
  ...{ slug: "overwritten", ownerName: "Over Written", ownerEmail: "o@w.example" },
}).toString();

export const formType = "application/x-www-form-urlencoded";
