import { send } from "@tenantry/api/testing/web";
import { newAgency } from "@tenantry/core/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openServed, type Served } from "./support/server.ts";

let served: Served;
let open: (path: string) => ReturnType<typeof send>;
beforeAll(async () => {
  served = await openServed();
  const { host, owner } = await newAgency(served.app);
  const headers = { host: `${host}:${served.port}` };
  open = (path) => send(served.port, host, path, { session: owner.session, headers });
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
