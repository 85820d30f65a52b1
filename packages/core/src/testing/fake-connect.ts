import type { ServerResponse } from "node:http";

/** An object of Stripe's, as it tells it. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever part of it it is about.
type Thing = Record<string, any>;
type Answer = [status: number, body: object];
type Failing = (status: number, type: string, code: string) => Answer;

interface Facts {
  baseUrl: () => string;
  short: () => string;
  error: Failing;
  /** Brings the news of an account to where its platform's settings say. */
  deliver: (event: Thing) => Promise<unknown>;
  eventOf: (type: string, object: Thing) => Thing;
}

const needs = ["identity.business_details.address", "configuration.merchant.support.phone"];
const wanted = (description: string) => ({
  ...{ description, awaiting_action_from: "user", errors: [], requested_reasons: [], impact: {} },
  minimum_deadline: { status: "currently_due" },
});
const waiting = {
  status: "restricted",
  status_details: [{ code: "requirements_past_due", resolution: "provide_info" }],
};
const active = { status: "active", status_details: [] };

/** The part of the fake Stripe that is about accounts connected to others, by the documentation of its second version. */
export function openFakeConnect({ baseUrl, short, error, deliver, eventOf }: Facts) {
  const connected = new Map<string, Thing>();
  const links = new Map<string, Thing & { spent: boolean }>();

  function create(platform: Thing, body: Thing): Answer {
    const merchant = body.configuration?.merchant?.capabilities?.card_payments?.requested;
    if (body.dashboard === "full" && !body.contact_email)
      return error(400, "invalid_request_error", "contact_email");
    if (!merchant || !body.defaults?.responsibilities)
      return error(400, "invalid_request_error", "parameter_missing");
    const account = {
      ...{ id: `acct_${short()}`, object: "v2.core.account", livemode: false, closed: false },
      ...{ contact_email: body.contact_email, display_name: body.display_name, dashboard: body.dashboard },
      ...{ identity: body.identity, defaults: body.defaults, platform: platform.id },
      configuration: {
        merchant: {
          applied: true,
          capabilities: { card_payments: waiting, stripe_balance: { payouts: waiting } },
        },
      },
      requirements: { entries: needs.map(wanted) },
    };
    connected.set(account.id, account);
    return [200, shown(account, body.include ?? [])];
  }

  /** What is not asked for is left out. */
  function shown({ platform: _platform, ...account }: Thing, include: string[]): Thing {
    return {
      ...account,
      configuration: include.includes("configuration.merchant") ? account.configuration : null,
      requirements: include.includes("requirements") ? account.requirements : null,
    };
  }

  function link(platform: Thing, { account, use_case: use }: Thing): Answer {
    if (connected.get(account)?.platform !== platform.id)
      return error(404, "invalid_request_error", "not_found");
    const way = use?.account_onboarding;
    if (use?.type !== "account_onboarding" || !way?.refresh_url)
      return error(400, "invalid_request_error", "use_case");
    const id = short();
    links.set(id, { ...way, account, spent: false });
    return [200, { object: "v2.core.account_link", account, url: `${baseUrl()}/setup/${id}` }];
  }

  return {
    connected,
    /** What is asked about connected accounts themselves, in the name of the platform whose key came along. */
    answer: (platform: Thing, method: string, url: string, body: Thing): Answer | undefined => {
      const { pathname, searchParams } = new URL(url, baseUrl());
      if (method === "POST" && pathname === "/v2/core/accounts") return create(platform, body);
      if (method === "POST" && pathname === "/v2/core/account_links") return link(platform, body);
      const id = /^\/v2\/core\/accounts\/([^/]+)$/.exec(pathname)?.[1];
      if (!id || method !== "GET") return undefined;
      const account = connected.get(id);
      if (!account || account.platform !== platform.id)
        return error(404, "invalid_request_error", "not_found");
      return [
        200,
        shown(
          account,
          [...searchParams].flatMap(([name, value]) => (name.startsWith("include") ? [value] : [])),
        ),
      ];
    },
    /** May this key act in the name of this account? */
    reaches: (platform: Thing, id: string) => connected.get(id)?.platform === platform.id,
    /** Stripe has looked at everything, or looks again. */
    settle: (id: string, is: { charges: boolean; payouts: boolean }) => {
      settle(id, is);
      return updatedEvent(id);
    },
    /** Stripe's page for an account's holder: good for one visit. */
    servePage: async (id: string, method: string, body: string, response: ServerResponse) => {
      const found = links.get(id);
      if (!found) return response.writeHead(404).end();
      const to = (location: string) => response.writeHead(303, { location }).end();
      if (method === "POST") {
        if (new URLSearchParams(body).get("done") === "yes") {
          settle(found.account, { charges: true, payouts: true });
          await deliver(updatedEvent(found.account));
        }
        return to(found.return_url);
      }
      if (found.spent) return to(found.refresh_url);
      found.spent = true;
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      return response.end(`<!doctype html><title>Set up</title><h1>Set up your account</h1>
        <form method="post"><button name="done" value="yes">Submit</button> <button name="done" value="no">Save for later</button></form>`);
    },
  };

  function settle(id: string, is: { charges: boolean; payouts: boolean }) {
    const account = connected.get(id)!;
    const { capabilities } = account.configuration.merchant;
    capabilities.card_payments = is.charges ? active : waiting;
    capabilities.stripe_balance = { payouts: is.payouts ? active : waiting };
    account.requirements = { entries: is.charges ? [] : needs.map(wanted) };
  }

  function updatedEvent(id: string): Thing {
    return { ...eventOf("account.updated", { id, object: "account" }), account: id };
  }
}
