import { send } from "@tenantry/api/testing/web";
import { listApiKeys } from "@tenantry/core/api-keys/list";
import { type Agency, newAgency } from "@tenantry/core/testing";
import { listWebhooks } from "@tenantry/core/webhooks/list";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openServed, type Served } from "./support/server.ts";

// Without scripts the answer to a form is the page: reloading it sends the form again.
let served: Served;
let agency: Agency;
beforeAll(async () => {
  served = await openServed();
  agency = await newAgency(served.app);
}, 60_000);
afterAll(() => served?.close());

/** What is shown this once. */
const shown = (text: string) => /value="((?:ak_|whsec_)[^"]+)"/.exec(text)?.[1];

/** Opens a form, fills it in and sends it twice; answers what either answer shows. */
async function sentTwice(path: string, fields: [string, string][]) {
  const { host, owner } = agency;
  const session = owner.session;
  const headers = { host: `${host}:${served.port}`, "sec-fetch-site": "same-origin" };
  const page = await send(served.port, host, path, { session, headers });
  const once = /name="once" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
  const body = new URLSearchParams([["once", once], ...fields]).toString();
  const post = { method: "POST", body, session };
  const type = { "content-type": "application/x-www-form-urlencoded" };
  const answers = [];
  for (let n = 0; n < 2; n++)
    answers.push(await send(served.port, host, path, { ...post, headers: { ...headers, ...type } }));
  return answers.map(({ text }) => shown(text));
}

it("a form that shows a secret makes it once: a key, its rotation, an endpoint, its rotation", async () => {
  const ctx = await agency.ctx();
  const [key, again] = await sentTwice("/settings/keys/new", [
    ["name", "Reports"],
    ["scopes", "plans:read"],
  ]);
  expect(key).toBeDefined();
  expect(again).toBe(key);
  const { keys } = await listApiKeys(ctx, {});
  expect(keys.map(({ name }) => name)).toEqual(["Reports"]);
  const [rotated, rotatedAgain] = await sentTwice(`/settings/keys/${keys[0]!.id}/rotate`, [
    ["overlapHours", "0"],
  ]);
  expect(rotated).not.toBe(key);
  expect([rotated === undefined, rotatedAgain]).toEqual([false, rotated]);

  const [secret, secretAgain] = await sentTwice("/settings/webhooks/new", [
    ["url", "https://93.184.216.34/hook"],
    ["eventTypes", "reseller.created"],
  ]);
  expect(secret).toBeDefined();
  expect(secretAgain).toBe(secret);
  const { webhooks } = await listWebhooks(ctx, {});
  expect(webhooks).toHaveLength(1);
  const [fresh, freshAgain] = await sentTwice(`/settings/webhooks/${webhooks[0]!.id}/rotate`, [
    ["overlapHours", "1"],
  ]);
  expect(fresh).not.toBe(secret);
  expect([fresh === undefined, freshAgain]).toEqual([false, fresh]);
});
