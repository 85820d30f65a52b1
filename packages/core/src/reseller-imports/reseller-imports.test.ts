import { openPool } from "@tenantry/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFile } from "../imports/read-file.ts";
import type { App } from "../kernel/ctx.ts";
import { createPlan } from "../plans/create.ts";
import { publishPlan } from "../plans/publish.ts";
import { createReseller } from "../resellers/create.ts";
import { listResellers } from "../resellers/list.ts";
import { letters } from "../testing/agency.ts";
import { contextFor } from "../testing/context.ts";
import { type Agency, addPerson, newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { resellerInput } from "../testing/reseller.ts";
import { carryOutResellerImport } from "./carry-out.ts";
import { checkResellerImport } from "./check.ts";
import { createResellerImport } from "./create.ts";
import { createRow } from "./create-row.ts";
import { guessColumns } from "./guess-columns.ts";
import { listResellerImportRows } from "./list-rows.ts";
import { readResellerImport } from "./read.ts";
import { removeResellerImport } from "./remove.ts";
import { rowInput } from "./row-input.ts";
import { startResellerImport } from "./start.ts";

let app: TestApp;
let worker: App;
beforeAll(async () => {
  app = await openTestApp();
  worker = { ...app, pool: openPool({ url: app.workerUrl, max: 2, onConnectionError: () => {} }) };
});
afterAll(async () => {
  await worker.pool.end();
  await app.close();
});

const head = "Company,E-Mail,Login domain,Phone,Contact,Contact e-mail,Contact phone,Plan,External ID";
const defaults = { type: "Own plans", country: "Netherlands", language: "Dutch" };
const line = (name: string, domain: string, more: { phone?: string; plan?: string; id?: string } = {}) =>
  [
    ...[name, `owner@${domain}.example`, domain, more.phone ?? "020 794 0182", "Rita"],
    ...[`rita@${domain}.example`, "020 794 0183", more.plan ?? "", more.id ?? ""],
  ].join(",");

/** The newest job of the import, as the worker takes it. */
async function carryOut(agency: Agency, importId: string): Promise<void> {
  const { rows } = await app.admin.query(
    `select payload->>'userId' as "userId" from platform.waiting_jobs
     where name = 'reseller-import.carry-out' and payload->>'importId' = $1 order by id desc limit 1`,
    [importId],
  );
  await carryOutResellerImport(worker, { agencyId: agency.id, importId, userId: rows[0].userId });
}

/** Takes a file in and tries its rows. */
async function checked(agency: Agency, lines: string[]): Promise<string> {
  const ctx = await agency.ctx();
  const { id } = await createResellerImport(ctx, { fileName: "partners.csv", csv: lines.join("\r\n") });
  const { columns } = await readResellerImport(ctx, { id });
  await checkResellerImport(ctx, { id, columns, defaults });
  await carryOut(agency, id);
  return id;
}
const namesOf = async (agency: Agency) =>
  (await listResellers(await agency.ctx(), { sort: "name" })).resellers.map(({ name }) => name);
const problemsOf = async (agency: Agency, id: string) =>
  (await listResellerImportRows(await agency.ctx(), { id })).rows.map((row) => [
    row.line,
    row.state,
    row.problems.map(({ pointer, code }) => `${pointer} ${code}`).join(", "),
  ]);

describe("a file of resellers", () => {
  it("is tried without creating any, then creates the rows that were ready, each with its own audit entry", async () => {
    const agency = await newAgency(app);
    const ctx = await agency.ctx();
    const { id: planId } = await createPlan(ctx, { name: "Rapid" });
    await publishPlan(ctx, { id: planId });
    const taken = `t${letters(12)}`;
    await createReseller(ctx, { ...resellerInput(taken, "Zero"), externalId: "z-0" });
    const [one, two, three] = [letters(12), letters(12), letters(12)];
    const id = await checked(agency, [
      head,
      line("One & Søn", one, { plan: "rapid", id: "a-1" }),
      line("Two", two, { phone: "12" }),
      line("Three", three, { plan: "Huge" }),
      line("Four", taken),
      line("Five", one),
      line("Six", letters(12), { id: "z-0" }),
      line("Seven", "not letters 7"),
    ]);
    expect(await problemsOf(agency, id)).toEqual([
      [2, "ready", ""],
      [3, "wrong", "/phone phone_wrong"],
      [4, "wrong", "/plan plan_unknown"],
      [5, "wrong", "/loginDomain login_domain_taken"],
      [6, "wrong", "/loginDomain line_before"],
      [7, "wrong", "/externalId external_id_taken"],
      [8, "wrong", "/contactEmail email_wrong, /email email_wrong, /loginDomain login_domain_letters"],
    ]);
    expect(await namesOf(agency)).toEqual(["Zero"]);

    expect(await startResellerImport(ctx, { id })).toEqual({ total: 1 });
    await carryOut(agency, id);
    const done = await readResellerImport(ctx, { id });
    expect(done).toMatchObject({ state: "finished", counts: { created: 1, wrong: 6, failed: 0, ready: 0 } });
    const { resellers } = await listResellers(ctx, { sort: "name" });
    expect(resellers).toMatchObject([{ name: "One & Søn", type: "own_plans", planId, country: "NL" }, {}]);
    const { rows } = await app.admin.query(
      `select actor_kind, count(*)::int from audit_entries
       where agency_id = $1 and action = 'reseller.create' and after->>'name' = 'One & Søn' group by 1`,
      [agency.id],
    );
    expect(rows).toEqual([{ actor_kind: "user", count: 1 }]);
    // What the reseller has now does not lie about in the file as well.
    const kept = await listResellerImportRows(ctx, { id, state: "created" });
    expect(kept.rows).toMatchObject([{ cells: [], resellerName: "One & Søn" }]);
  });

  it("makes no reseller twice where a worker was killed before it had noted one", async () => {
    const agency = await newAgency(app);
    const ctx = await agency.ctx();
    const domain = letters(12);
    const id = await checked(agency, [head, line("Once", domain)]);
    await startResellerImport(ctx, { id });
    const { rows } = await app.admin.query(
      `select i.*, r.cells from reseller_imports i join reseller_import_rows r on r.import_id = i.id where i.id = $1`,
      [id],
    );
    const { columns, cells, user_id: userId } = rows[0];
    const input = rowInput(cells, { columns, defaults, plans: new Map() });
    await createRow(worker, { agencyId: agency.id, importId: id, userId }, { line: 2, cells, input });
    await carryOut(agency, id);
    await carryOut(agency, id);
    expect(await readResellerImport(ctx, { id })).toMatchObject({ counts: { created: 1, failed: 0 } });
    expect(await namesOf(agency)).toEqual(["Once"]);
  });

  it("says of each row what refused it when it came to creating", async () => {
    const agency = await newAgency(app);
    const ctx = await agency.ctx();
    const domain = letters(12);
    const id = await checked(agency, [head, line("Late", domain)]);
    await startResellerImport(ctx, { id });
    await createReseller(ctx, resellerInput(domain, "Early"));
    await carryOut(agency, id);
    expect(await problemsOf(agency, id)).toEqual([[2, "failed", "/loginDomain login_domain_taken"]]);
  });

  it("goes by what the person may do now", async () => {
    const agency = await newAgency(app);
    const account = { agencyId: agency.id, accountId: agency.id, resellerId: agency.id };
    const admin = await addPerson(app, agency.host, account, "admin");
    const ctx = await contextFor(app, agency.host, admin.session);
    const csv = [head, line("Never", letters(12))].join("\n");
    const { id } = await createResellerImport(ctx, { fileName: "a.csv", csv });
    await checkResellerImport(ctx, { id, columns: guessColumns(head.split(",")), defaults });
    await carryOut(agency, id);
    await startResellerImport(ctx, { id });
    await app.admin.query("update memberships set role = 'viewer' where user_id = $1", [admin.userId]);
    await carryOut(agency, id);
    expect(await problemsOf(agency, id)).toEqual([[2, "failed", " forbidden"]]);
    expect(await namesOf(agency)).toEqual([]);
  });

  it("goes by who started it, not by who took the file in", async () => {
    const agency = await newAgency(app);
    const account = { agencyId: agency.id, accountId: agency.id, resellerId: agency.id };
    const admin = await addPerson(app, agency.host, account, "admin");
    const theirs = await contextFor(app, agency.host, admin.session);
    const csv = [head, line("Handed over", letters(12))].join("\n");
    const { id } = await createResellerImport(theirs, { fileName: "a.csv", csv });
    await app.admin.query("update memberships set role = 'viewer' where user_id = $1", [admin.userId]);
    const ctx = await agency.ctx();
    await checkResellerImport(ctx, { id, columns: guessColumns(head.split(",")), defaults });
    await carryOut(agency, id);
    await startResellerImport(ctx, { id });
    await carryOut(agency, id);
    expect(await namesOf(agency)).toEqual(["Handed over"]);
  });

  it("ends where whoever asked for it is no longer there", async () => {
    const agency = await newAgency(app);
    const account = { agencyId: agency.id, accountId: agency.id, resellerId: agency.id };
    const admin = await addPerson(app, agency.host, account, "admin");
    const ctx = await contextFor(app, agency.host, admin.session);
    const csv = [head, line("Never", letters(12))].join("\n");
    const { id } = await createResellerImport(ctx, { fileName: "a.csv", csv });
    await checkResellerImport(ctx, { id, columns: guessColumns(head.split(",")), defaults });
    await app.admin.query("update memberships set state = 'removed' where user_id = $1", [admin.userId]);
    await carryOut(agency, id);
    expect(await readResellerImport(await agency.ctx(), { id })).toMatchObject({
      state: "finished",
      counts: { failed: 1 },
    });
  });

  it("keeps its order: no creating before the check, no second creating, no removing while it is worked at", async () => {
    const agency = await newAgency(app);
    const ctx = await agency.ctx();
    const csv = [head, line("One", letters(12))].join("\n");
    const { id } = await createResellerImport(ctx, { fileName: "a.csv", csv });
    const conflict = { code: "conflict" };
    await expect(startResellerImport(ctx, { id })).rejects.toMatchObject(conflict);
    await expect(checkResellerImport(ctx, { id, columns: { name: 9 } })).rejects.toMatchObject({
      fields: [{ pointer: "/columns/name", code: "column_unknown" }],
    });
    await checkResellerImport(ctx, { id, columns: { name: 0 } });
    await expect(removeResellerImport(ctx, { id })).rejects.toMatchObject(conflict);
    await carryOut(agency, id);
    await expect(startResellerImport(ctx, { id })).rejects.toMatchObject({
      fields: [{ pointer: "/rows", code: "nothing_to_create" }],
    });
    await checkResellerImport(ctx, { id, columns: guessColumns(head.split(",")), defaults });
    await carryOut(agency, id);
    await startResellerImport(ctx, { id });
    await expect(startResellerImport(ctx, { id })).rejects.toMatchObject(conflict);
    await carryOut(agency, id);
    await removeResellerImport(ctx, { id });
    await expect(readResellerImport(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    expect(await namesOf(agency)).toEqual(["One"]);
  });
});

describe("reading a file", () => {
  it.each([",", ";", "\t"])("takes columns parted by %j, and tells the line of each row", (sign) => {
    const csv = `\uFEFFName${sign}Email\r\n"One\nLtd"${sign}a@example.com\r\n\r\nTwo${sign}"b ""x"""\r\n`;
    expect(readFile(csv)).toEqual({
      head: ["Name", "Email"],
      rows: [
        { line: 2, cells: ["One\nLtd", "a@example.com"] },
        { line: 5, cells: ["Two", 'b "x"'] },
      ],
    });
  });

  it("counts lines as editors do, and takes back what our own files do to formulas", () => {
    const csv = "name,id\r\n\"One\r\nand\r\nmore\",'-7\r\nTwo,'x\r\n";
    expect(readFile(csv).rows).toEqual([
      { line: 2, cells: ["One\nand\nmore", "-7"] },
      { line: 5, cells: ["Two", "'x"] },
    ]);
  });

  it.each([
    ["", "csv_empty"],
    ["name,email\n", "csv_empty"],
    ['name,email\n"open,x\n', "csv_broken"],
    [`name\n${"x\n".repeat(2_001)}`, "csv_rows"],
    [`${"name,".repeat(200)}name\nx`, "csv_columns"],
    ["name\nM\ufffdller", "csv_encoding"],
  ])("refuses %j", (csv, code) => {
    expect(() => readFile(csv)).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ pointer: "/csv", code })] }),
    );
  });

  it("notes what it found of fifty rows in one statement", async () => {
    const agency = await newAgency(app);
    const rows = Array.from({ length: 60 }, (_, n) => line(`Row ${n}`, letters(12)));
    const id = await checked(agency, [head, ...rows]);
    const { rows: written } = await app.admin.query(
      `select count(*)::int as rows, count(distinct (xmin::text, cmin::text))::int as statements
       from reseller_import_rows where import_id = $1 and state = 'ready'`,
      [id],
    );
    expect(written).toEqual([{ rows: 60, statements: 2 }]);
  });

  it("finds fields by what columns are called, and takes no column twice", () => {
    expect(guessColumns(["Company", "contact e-mail", "E-MAIL", "Sub-domain", "Whatever"])).toEqual({
      name: 0,
      contactEmail: 1,
      email: 2,
      loginDomain: 3,
    });
  });

  it("reads types, countries and languages as people write them, and leaves the rest for the verb to refuse", () => {
    const columns = { type: 0, country: 1, language: 2 };
    const read = (...cells: string[]) => rowInput(cells, { columns, defaults: {}, plans: new Map() });
    expect(read("Own plans", "netherlands", "Dutch")).toMatchObject({
      type: "own_plans",
      country: "NL",
      language: "nl",
    });
    expect(read("COMMISSION", "nl", "NL")).toMatchObject({
      type: "commission",
      country: "NL",
      language: "nl",
    });
    expect(read("else", "Atlantis", "")).toMatchObject({
      type: "else",
      country: "ATLANTIS",
      language: undefined,
    });
  });
});
