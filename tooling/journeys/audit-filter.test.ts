import { operations } from "@tenantry/api/routes/index";
import { send } from "@tenantry/api/testing/web";
import { newAgency } from "@tenantry/core/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openServed, type Served } from "./support/server.ts";

let served: Served;
beforeAll(async () => {
  served = await openServed();
}, 60_000);
afterAll(() => served?.close());

/** Their own records: no entry tells of them. */
const untold = [
  ...["usage.ingest", "usage.decide", "reseller-draft.update"],
  ...["payment-link.pay", "checkout.answer"],
];

it("offers the actions that write an entry, and none of those that only read", async () => {
  const { host, owner } = await newAgency(served.app);
  const headers = { host: `${host}:${served.port}` };
  const { text } = await send(served.port, host, "/settings/audit", { session: owner.session, headers });
  const offered = [...text.matchAll(/<option value="([a-z-]+\.[a-z-]+)"/g)].map(([, action]) => action);
  const told = operations
    .filter(({ hosts, verb }) => !hosts && verb.kind === "command" && !untold.includes(verb.verb))
    .map(({ verb }) => verb.verb);
  expect(told.filter((verb) => !offered.includes(verb))).toEqual([]);
  const read = operations.filter(({ verb }) => verb.kind === "query" || untold.includes(verb.verb));
  expect(read.map(({ verb }) => verb.verb).filter((verb) => offered.includes(verb))).toEqual([]);
});
