import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createReseller } from "../resellers/create.ts";
import { type Agency, letters, newAgency } from "../testing/agency.ts";
import { addPerson, contextFor, openTestApp, type TestApp } from "../testing/index.ts";
import { resellerInput } from "../testing/reseller.ts";
import { createResellerDraft } from "./create.ts";
import { listResellerDrafts } from "./list.ts";
import { readResellerDraft } from "./read.ts";
import { removeResellerDraft } from "./remove.ts";
import { updateResellerDraft } from "./update.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await newAgency(app);
});

const fields = { name: "Acme", phone: "12", loginDomain: "No-1" };
const draft = async () => (await createResellerDraft(await agency.ctx(), { fields })).id;
const idsOf = async (ctx: Parameters<typeof listResellerDrafts>[0]) =>
  (await listResellerDrafts(ctx, {})).drafts.map(({ id }) => id);

async function colleague() {
  const account = { agencyId: agency.id, accountId: agency.id, resellerId: agency.id };
  const { session } = await addPerson(app, agency.host, account, "admin");
  return contextFor(app, agency.host, session);
}

describe("a draft", () => {
  it("keeps what was typed as it was typed, and comes first in the list once it is saved again", async () => {
    const ctx = await agency.ctx();
    const [first, second] = [await draft(), await draft()];
    expect(await idsOf(ctx)).toEqual([second, first]);
    expect(await readResellerDraft(ctx, { id: first })).toMatchObject({ fields });
    await updateResellerDraft(ctx, { id: first, fields: { name: "Acme Studio" } });
    expect((await listResellerDrafts(ctx, {})).drafts).toMatchObject([
      { id: first, fields: { name: "Acme Studio" } },
      { id: second, fields },
    ]);
  });

  it("is its maker's alone: a colleague of the same rights neither lists, reads, changes nor removes it", async () => {
    const id = await draft();
    const other = await colleague();
    const notThere = { code: "not_found" };
    expect(await idsOf(other)).toEqual([]);
    await expect(readResellerDraft(other, { id })).rejects.toMatchObject(notThere);
    await expect(updateResellerDraft(other, { id, fields: {} })).rejects.toMatchObject(notThere);
    await expect(removeResellerDraft(other, { id })).rejects.toMatchObject(notThere);
    expect(await readResellerDraft(await agency.ctx(), { id })).toMatchObject({ fields });
  });

  it.each(["password", "confirm", "confirmPassword"])(
    "takes no %s, and neither does its table",
    async (name) => {
      const secret = { ...fields, [name]: "correct horse battery nine" };
      const refused = createResellerDraft(await agency.ctx(), { fields: secret as typeof fields });
      await expect(refused).rejects.toMatchObject({ code: "invalid_input" });
      const id = await draft();
      const written = app.admin.query("update reseller_drafts set fields = $1 where id = $2", [secret, id]);
      await expect(written).rejects.toMatchObject({ code: "23514" });
    },
  );

  it("is removed by hand, and once", async () => {
    const id = await draft();
    expect(await removeResellerDraft(await agency.ctx(), { id })).toEqual({ name: "Acme" });
    await expect(removeResellerDraft(await agency.ctx(), { id })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("is swept 30 days after it was last saved, of every agency", async () => {
    const [kept, swept] = [await draft(), await draft()];
    const age = "update reseller_drafts set updated_at = now() - make_interval(days => $1) where id = $2";
    await app.admin.query(age, [29, kept]);
    await app.admin.query(age, [31, swept]);
    const worker = new pg.Client({ connectionString: app.workerUrl });
    await worker.connect();
    await worker.query("select app.sweep_reseller_drafts()");
    await worker.end();
    expect(await idsOf(await agency.ctx())).toEqual([kept]);
  });
});

describe("creating a reseller from a draft", () => {
  it("ends the draft with it, and leaves the others", async () => {
    const [other, draftId] = [await draft(), await draft()];
    const ctx = await agency.ctx();
    await createReseller(ctx, { ...resellerInput(`d${letters(14)}`), draftId });
    expect(await idsOf(ctx)).toEqual([other]);
  });

  it("keeps the draft where it is refused", async () => {
    const draftId = await draft();
    const ctx = await agency.ctx();
    const input = resellerInput(`d${letters(14)}`);
    await createReseller(ctx, input);
    await expect(createReseller(ctx, { ...input, draftId })).rejects.toMatchObject({
      code: "invalid_input",
    });
    expect(await idsOf(ctx)).toEqual([draftId]);
  });

  it("leaves a colleague's draft alone, and does not stop at one that is gone", async () => {
    const draftId = await draft();
    await createReseller(await colleague(), { ...resellerInput(`d${letters(14)}`), draftId });
    const ctx = await agency.ctx();
    expect(await idsOf(ctx)).toEqual([draftId]);
    await removeResellerDraft(ctx, { id: draftId });
    await createReseller(ctx, { ...resellerInput(`d${letters(14)}`), draftId });
  });
});
