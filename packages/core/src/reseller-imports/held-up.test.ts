import { openPool } from "@tenantry/db";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { App } from "../kernel/ctx.ts";
import { letters } from "../testing/agency.ts";
import { newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { carryOutResellerImport } from "./carry-out.ts";
import { checkResellerImport } from "./check.ts";
import { createResellerImport } from "./create.ts";
import { listResellerImportRows } from "./list-rows.ts";
import { readResellerImport } from "./read.ts";
import { startResellerImport } from "./start.ts";

let app: TestApp;
let worker: App;
beforeAll(async () => {
  app = await openTestApp();
  worker = { ...app, pool: openPool({ url: app.workerUrl, max: 4, onConnectionError: () => {} }) };
});
afterAll(async () => {
  await worker.pool.end();
  await app.close();
});

/** A worker that is held up where it takes the database for the `nth` time, until `meanwhile` is done. */
function heldUp(nth: number, meanwhile: () => Promise<void>): { app: App; wasHeld: () => boolean } {
  let taken = 0;
  const pool = Object.create(worker.pool) as pg.Pool;
  pool.connect = (async () => {
    taken += 1;
    if (taken === nth) await meanwhile();
    return worker.pool.connect();
  }) as pg.Pool["connect"];
  return { app: { ...worker, pool }, wasHeld: () => taken >= nth };
}

it("a worker that comes back late leaves what was carried on since as it is, wherever it was held up", async () => {
  const agency = await newAgency(app);
  const ctx = await agency.ctx();
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  for (let nth = 1, held = true; held; nth++) {
    const domain = letters(14);
    const head = "Company,E-Mail,Login domain,Phone,Contact,Contact e-mail,Contact phone";
    const row = `Late,owner@${domain}.example,${domain},+31207940182,Rita,rita@${domain}.example,+31207940183`;
    const { id } = await createResellerImport(ctx, { fileName: "late.csv", csv: `${head}\r\n${row}` });
    const { columns } = await readResellerImport(ctx, { id });
    const defaults = { type: "Own plans", country: "Netherlands", language: "Dutch" };
    await checkResellerImport(ctx, { id, columns, defaults });
    const job = { agencyId: agency.id, importId: id, userId };
    const late = heldUp(nth, async () => {
      await carryOutResellerImport(worker, job);
      await startResellerImport(ctx, { id });
      await carryOutResellerImport(worker, job);
    });
    await carryOutResellerImport(late.app, job);
    held = late.wasHeld();
    if (!held) break;
    expect(await readResellerImport(ctx, { id }), `held up at ${nth}`).toMatchObject({ state: "finished" });
    const { rows } = await listResellerImportRows(ctx, { id });
    expect(rows, `held up at ${nth}`).toMatchObject([{ state: "created", problems: [] }]);
  }
});
