import { afterAll, beforeAll, expect, it } from "vitest";
import { newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { createFeature } from "./create.ts";
import { restoreFeature } from "./restore.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp({ max: 10 });
});
afterAll(() => app.close());

it("has as many live features as there may be and none more, however many are made and restored at once", async () => {
  const agency = await newAgency(app);
  const { rows } = await app.admin.query<{ id: string; archived: boolean }>(
    `insert into features (agency_id, id, key, name, archived_at)
     select $1, gen_random_uuid(), 'seeded_' || n, 'Seeded ' || n, case when n > 197 then now() end
     from generate_series(1, 202) n returning id, archived_at is not null as archived`,
    [agency.id],
  );
  const ctx = await agency.ctx();
  const racers = rows
    .filter(({ archived }) => archived)
    .flatMap(({ id }, n) => [
      restoreFeature(ctx, { id }),
      createFeature(ctx, { key: `racer_${n}`, name: `Racer ${n}` }),
    ]);
  const told = await Promise.all(
    racers.map((racer) =>
      racer.then(
        () => "done",
        (error) => error.code,
      ),
    ),
  );
  expect(told.toSorted()).toEqual([...Array(3).fill("done"), ...Array(7).fill("too_many_features")]);
});
