import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAccess } from "../access/read.ts";
import { setAllowance } from "../allowances/set.ts";
import { createApiKey } from "../api-keys/create.ts";
import { updateBrand } from "../branding/update.ts";
import { createCustomer } from "../customers/create.ts";
import { sendMail } from "../platform/mail/send.ts";
import { outboxTransport } from "../platform/mail/transport.ts";
import { invitePerson } from "../team/invite.ts";
import { letters } from "../testing/agency.ts";
import { type Agency, contextFor, newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { newReseller, type Reseller } from "../testing/reseller.ts";
import { createWebhook } from "../webhooks/create.ts";
import { archiveReseller } from "./archive.ts";
import { eraseReseller } from "./erase.ts";
import { erasureMap } from "./erasure-map.ts";
import { exportParts } from "./erasure-schemas.ts";
import { exportReseller } from "./export.ts";
import { listResellers } from "./list.ts";
import { previewErasure } from "./preview-erasure.ts";
import { readReseller } from "./read.ts";
import { restoreReseller } from "./restore.ts";
import { updateReseller } from "./update.ts";

const app: TestApp = await openTestApp();
const { rows: texts } = await app.admin.query<{ table: string; column: string }>(`
  select c.table_name as table, c.column_name as column
  from information_schema.columns c
  join pg_class k on k.relname = c.table_name and k.relnamespace = 'public'::regnamespace
  where c.table_schema = 'public' and k.relkind in ('r', 'p') and not k.relispartition and c.is_generated = 'NEVER'
    and c.data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY', 'bytea', 'inet')`);
let agency: Agency;
beforeAll(async () => {
  agency = await newAgency(app);
});
afterAll(() => app.close());

describe("the erasure map", () => {
  it.each(texts.map(({ table, column }) => [`${table}.${column}`, table, column]))(
    "says what becomes of %s",
    (_name, table, column) => {
      const fate = erasureMap[table!];
      expect(fate).toBeDefined();
      if (!fate || !("erased" in fate)) return;
      expect([...Object.keys(fate.erased), ...Object.keys(fate.kept)]).toContain(column);
    },
  );

  it("names nothing that is not there", () => {
    const known = new Set(texts.map(({ table, column }) => `${table}.${column}`));
    const named = Object.entries(erasureMap).flatMap(([table, fate]) =>
      "erased" in fate
        ? [...Object.keys(fate.erased), ...Object.keys(fate.kept)].map((column) => `${table}.${column}`)
        : [],
    );
    expect(named.filter((one) => !known.has(one))).toEqual([]);
    const tables = new Set(texts.map(({ table }) => table));
    expect(Object.keys(erasureMap).filter((table) => !tables.has(table))).toEqual([]);
  });
});

/** A reseller with something personal in every table that holds such. */
async function furnished(marker: string): Promise<Reseller> {
  const reseller = await newReseller(app, agency, `${marker} company`);
  const ctx = await agency.ctx();
  await updateReseller(ctx, {
    id: reseller.id,
    contactName: `${marker} contact`,
    contactEmail: `${marker}@contact.example`,
    website: `https://${marker}.example`,
  });
  const own = () => contextFor(app, reseller.host, reseller.owner.session);
  await updateBrand(await own(), { color: "#0f766e", supportEmail: `help@${marker}.example` });
  await invitePerson(await own(), {
    email: `${marker}@invited.example`,
    name: `${marker} person`,
    role: "viewer",
  });
  await createApiKey(await own(), { name: `${marker} key`, scopes: ["plans:read"] });
  await createWebhook(await own(), {
    url: `https://93.184.216.34/${marker}`,
    description: marker,
    eventTypes: ["reseller.updated"],
  });
  await updateReseller(ctx, { id: reseller.id, contactPhone: "+31 20 794 0199" });
  await app.admin.query(
    "update users set name = $2, email = $2 || '@login.example' where realm_id = $1 and name <> $3",
    [reseller.id, `${marker} owner`, `${marker} person`],
  );
  await app.admin.query("update sessions set user_agent = $2 where reseller_id = $1", [reseller.id, marker]);
  // Among them what the agency is told: that the owner has joined the company.
  const { rows } = await app.admin.query(
    "select id from mails where agency_id = $1 and state = 'queued' and kind <> 'invitation'",
    [agency.id],
  );
  for (const { id } of rows) await sendMail(app, outboxTransport, agency.id, id);
  return reseller;
}

/** Tables with rows of this agency in which the text stands anywhere. */
async function tablesHolding(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of new Set(texts.map(({ table }) => table))) {
    const { rows } = await app.admin.query(
      `select 1 from public.${table} t where agency_id = $1 and t::text like '%' || $2 || '%' limit 1`,
      [agency.id, text],
    );
    if (rows.length > 0) found.push(table);
  }
  return found.sort();
}

async function fingerprint(resellerId: string): Promise<string> {
  const parts: string[] = [];
  for (const table of new Set(texts.map(({ table }) => table))) {
    if (["agencies", "meters", "usage_quarantine", "usage_gauges"].includes(table)) continue;
    const { rows } = await app.admin.query(
      `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sum from public.${table} t
       where agency_id = $1 and to_jsonb(t) ->> 'reseller_id' = $2`,
      [agency.id, resellerId],
    );
    parts.push(`${table} ${rows[0].sum}`);
  }
  return parts.join("\n");
}

describe("erasing a reseller", () => {
  it("leaves nothing personal anywhere but in the sealed log, and touches nobody else", async () => {
    const marker = `canary${letters(10)}`;
    const reseller = await furnished(marker);
    const sibling = await furnished(`sibling${letters(10)}`);
    const ctx = await agency.ctx();
    const name = `${marker} company`;
    expect(await tablesHolding(marker)).toEqual([
      ...["accounts", "api_keys", "audit_entries", "brands", "invitations", "mails", "resellers", "sessions"],
      ...["users", "webhook_deliveries", "webhook_endpoints"],
    ]);
    await archiveReseller(ctx, { id: reseller.id });
    const before = await fingerprint(sibling.id);
    const { goes, blockedBy } = await previewErasure(ctx, { id: reseller.id });
    expect(goes).toMatchObject({ people: 2, keys: 1, invitations: 1, webhooks: 1 });
    expect(blockedBy).toEqual({ customers: 0 });

    const done = await eraseReseller(ctx, { id: reseller.id, name });
    expect(done.goes).toEqual(goes);
    expect(await tablesHolding(marker)).toEqual(["audit_entries"]);
    expect(await fingerprint(sibling.id)).toBe(before);

    // The door is gone, the name stays taken, and there is no way back.
    await expect(contextFor(app, reseller.host)).rejects.toMatchObject({ code: "not_found" });
    const host = await app.admin.query("select state from hostnames where host = $1", [reseller.host]);
    expect(host.rows).toEqual([{ state: "retired" }]);
    for (const again of [
      () => restoreReseller(ctx, { id: reseller.id }),
      () => eraseReseller(ctx, { id: reseller.id, name: done.name }),
      () => exportReseller(ctx, { id: reseller.id, part: "people" }),
    ])
      await expect(again()).rejects.toMatchObject({ code: "not_found" });
    expect(await readReseller(ctx, { id: reseller.id })).toMatchObject({
      name: done.name,
      email: "",
      contactEmail: "",
      erasedAt: expect.any(String),
    });
    const { resellers } = await listResellers(ctx, { status: "archived" });
    expect(resellers.map(({ id }) => id)).not.toContain(reseller.id);
    expect(await readAccess(ctx, { account: reseller.id })).toMatchObject({ reason: "deleted" });
    const log = await app.admin.query(
      "select 1 from audit_entries where action = 'reseller.erase' and object_id = $1",
      [reseller.id],
    );
    expect(log.rowCount).toBe(1);
  });

  it("is refused for one that is not deleted, under another name, and while customers hang on it", async () => {
    const reseller = await newReseller(app, agency);
    const ctx = await agency.ctx();
    const { id, name } = reseller;
    await expect(eraseReseller(ctx, { id, name })).rejects.toMatchObject({ code: "not_found" });
    const customer = await createCustomer(ctx, { name: "Held", parentId: id });
    await archiveReseller(ctx, { id });
    await expect(eraseReseller(ctx, { id, name: `${name}!` })).rejects.toMatchObject({
      fields: [{ pointer: "/name", code: "name_differs" }],
    });
    await expect(eraseReseller(ctx, { id, name })).rejects.toMatchObject({ code: "reseller_has_customers" });
    expect(await readReseller(ctx, { id })).toMatchObject({ name, erasedAt: null });
    await app.admin.query("update accounts set archived_at = now() where id = $1", [customer.id]);
    await eraseReseller(ctx, { id, name });
    const { rows } = await app.admin.query("select name = code as erased from accounts where id = $1", [
      customer.id,
    ]);
    expect(rows).toEqual([{ erased: true }]);
  });

  it("gives back what it was given, and leaves what was promised to others", async () => {
    const [gone, stays] = [await newReseller(app, agency), await newReseller(app, agency)];
    const ctx = await agency.ctx();
    for (const { id: accountId } of [gone, stays])
      for (const meter of ["messages", "team_members"])
        await setAllowance(ctx, {
          accountId,
          meter,
          mode: meter === "messages" ? "guaranteed" : "shared",
          units: 40,
        });
    const promised = async () => {
      const { rows } = await app.admin.query(
        "select meter, allocated_units from allowance_pools where agency_id = $1 and account_id = $1 order by meter",
        [agency.id],
      );
      return rows.map(({ meter, allocated_units }) => `${meter} ${allocated_units}`);
    };
    expect(await promised()).toEqual(["messages 80", "team_members 0"]);
    await archiveReseller(ctx, { id: gone.id });
    expect(await promised()).toEqual(["messages 80", "team_members 0"]);
    await eraseReseller(ctx, { id: gone.id, name: gone.name });
    expect(await promised()).toEqual(["messages 40", "team_members 0"]);
    const { rows } = await app.admin.query("select account_id from allowances where agency_id = $1", [
      agency.id,
    ]);
    expect(rows).toEqual([{ account_id: stays.id }, { account_id: stays.id }]);
  });

  it("gives the data away beforehand, page by page, without secrets", async () => {
    const marker = `export${letters(10)}`;
    const { id } = await furnished(marker);
    const ctx = await agency.ctx();
    await archiveReseller(ctx, { id });
    const parts: Record<string, unknown[]> = {};
    for (const part of exportParts) {
      parts[part] = [];
      let cursor: string | undefined;
      do {
        const page = await exportReseller(ctx, { id, part, limit: 1, cursor });
        parts[part]!.push(...page.rows);
        cursor = page.next ?? undefined;
      } while (cursor);
    }
    expect(parts.account).toMatchObject([{ name: `${marker} company`, contact_name: `${marker} contact` }]);
    expect(parts.people).toHaveLength(2);
    expect(parts.keys).toMatchObject([{ name: `${marker} key` }]);
    expect(parts.audit!.length).toBeGreaterThan(5);
    const text = JSON.stringify(parts);
    expect(text).not.toMatch(/secret|"hash"|password_hash/);
  });
});
