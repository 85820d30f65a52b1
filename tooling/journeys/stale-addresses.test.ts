import { send } from "@tenantry/api/testing/web";
import { newAgency } from "@tenantry/core/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newOperator, operatorHost } from "./support/operator.ts";
import { routes } from "./support/routes.ts";
import { openServed, type Served } from "./support/server.ts";

type Open = (path: string) => ReturnType<typeof send>;
let served: Served;
let open: Open;
let openAsOperator: Open;
beforeAll(async () => {
  served = await openServed();
  const as =
    (host: string, session: string): Open =>
    (path) =>
      send(served.port, host, path, { session, headers: { host: `${host}:${served.port}` } });
  const { host, owner } = await newAgency(served.app);
  open = as(host, owner.session);
  openAsOperator = as(operatorHost, (await newOperator(served.app)).session);
}, 60_000);
afterAll(() => served?.close());

it.each([
  ["/resellers?status=active&cursor=tampered", "/resellers?status=active"],
  ["/settings/keys?cursor=tampered", "/settings/keys"],
  ["/settings/webhooks?state=enabled&cursor=tampered", "/settings/webhooks?state=enabled"],
  ["/plans?cursor=eyJhIjoxfQ.AAAAAAAAAAAAAAAAAAAAAA", "/plans"],
])("starts the list of %s from its first page", async (path, first) => {
  const { status, headers } = await open(path);
  expect(status).toBe(302);
  expect(new URL(String(headers.location), "http://here.invalid")).toMatchObject({
    pathname: new URL(first, "http://here.invalid").pathname,
    search: new URL(first, "http://here.invalid").search,
  });
});

it.each([
  "/resellers/nope",
  "/resellers/nope/edit",
  "/resellers/%00/delete",
  "/plans/nope",
  "/bulk-runs/nope",
  "/reseller-imports/nope",
  "/customer-imports/nope",
  "/settings/webhooks/nope",
  "/settings/webhooks/nope/remove",
  "/settings/webhook-deliveries/nope",
])("knows no page at %s, and blames nobody", async (path) => {
  const { status, text } = await open(path);
  expect(status).toBe(404);
  expect(text).toContain("There is no such page");
});

it("passes over a search no database takes, and cuts one that is too long to what is looked for", async () => {
  expect((await open("/resellers?q=%00")).status).toBe(200);
  const { status, text } = await open(`/resellers?q=${"w".repeat(300)}`);
  expect(status).toBe(200);
  expect(text).toContain(`value="${"w".repeat(200)}"`);
});

/** Templates and a reseller's own figures: they go by no filter. */
const unfiltered = ["/resellers/import-template.csv", "/customers/import-template.csv", "/usage.csv"];
const files = routes
  .map(({ path }) => path)
  .filter((path) => path.endsWith(".csv") && !path.includes(":") && !unfiltered.includes(path));

it.each(files)("gives no file at %s by a filter that its list does not know", async (path) => {
  const ask = /^\/(agencies|outbox)\./.test(path) ? openAsOperator : open;
  const statuses = async (...queries: string[]) =>
    Promise.all(queries.map(async (query) => (await ask(`${path}?${query}`)).status));
  expect(await statuses("", "q=nobody", "sort=&q=+")).toEqual([200, 200, 200]);
  expect(await statuses("sort=no-such", "sort=name'--", "q=nobody&sort=%00")).toEqual([404, 404, 404]);
});

it("changes nobody in bulk by a filter that the list does not know", async () => {
  expect((await open("/resellers/bulk?all=&action=deactivate&status=active")).status).toBe(200);
  expect((await open("/resellers/bulk?all=&action=deactivate&status=gone")).status).toBe(404);
});
