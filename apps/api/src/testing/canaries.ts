import type pg from "pg";
import type { Answer } from "./web.ts";
import type { Principal, World } from "./world.ts";

/** A marker in every text of one tenant, and whom it belongs to. */
interface Canary {
  text: string;
  agencyId: string;
  /** Whose rows carry it: a reseller's id, the agency's own, or "published" for what an agency shows its resellers. */
  owner: string;
}

/** Texts that are no free text: keys, hashes, hosts, and what a check constraint limits. */
const skipped = [
  "host",
  "hash",
  "secret_hash",
  "slug",
  "billing_zone",
  "country",
  "language",
  "prefix",
  "request_id",
  "actor_id",
];

/** Writes a marker of its own into every text column of every tenant; answers all of them. */
export async function plantCanaries(worlds: World[]): Promise<Canary[]> {
  const { admin } = worlds[0]!.web.app;
  const canaries: Canary[] = [];
  const columns = await textColumns(admin);
  for (const { agency, places } of worlds) {
    const { rows } = await admin.query("select id from accounts where agency_id = $1 and kind = 'reseller'", [
      agency.id,
    ]);
    for (const owner of [places.agency.accountId, "published", ...rows.map(({ id }) => id as string)]) {
      const canary = { text: `canary${marker()}`, agencyId: agency.id, owner };
      canaries.push(canary);
      for (const table of columns) await plant(admin, table, canary);
    }
  }
  return canaries;
}

interface Table {
  name: string;
  scoped: boolean;
  columns: { name: string; json: boolean }[];
}

async function plant(
  admin: pg.Pool,
  { name, scoped, columns }: Table,
  { text, agencyId, owner }: Canary,
): Promise<void> {
  if (name === "plans" && (owner === agencyId || owner === "published"))
    return plantPlans(admin, { text, agencyId, owner });
  if (owner === "published" || (!scoped && owner !== agencyId)) return;
  const sets = columns.map(({ name: column, json }) =>
    json
      ? `"${column}" = "${column}" || jsonb_build_object('canary', $1::text)`
      : `"${column}" = case when "${column}" like '%@%' then $1::text || '.' || "${column}" else "${column}" || ' ' || $1::text end`,
  );
  const where = scoped ? "agency_id = $2 and reseller_id = $3" : "agency_id = $2 and $3::text is not null";
  await admin.query(`update public."${name}" set ${sets.join(", ")} where ${where}`, [text, agencyId, owner]);
}

/** Of an agency's plans a reseller with plans of its own meets the one it is on, by its names for it. */
async function plantPlans(admin: pg.Pool, { text, agencyId, owner }: Canary): Promise<void> {
  const sold =
    "exists (select from resellers r where r.agency_id = plans.agency_id and r.plan_id = plans.id)";
  const mark = (column: string) => `${column} = ${column} || ' ' || $1`;
  const ofAgency = "agency_id = $2 and reseller_id = $2";
  const inNames = `update plans set ${mark("name")}, ${mark("description")} where ${ofAgency}`;
  if (owner === "published") {
    await admin.query(`${inNames} and ${sold}`, [text, agencyId]);
    return;
  }
  await admin.query(`${inNames} and not ${sold}`, [text, agencyId]);
  await admin.query(
    `update plans set ${mark("internal_name")}, draft = draft || jsonb_build_object('canary', $1::text) where ${ofAgency}`,
    [text, agencyId],
  );
}

async function textColumns(admin: pg.Pool): Promise<Table[]> {
  const { rows } = await admin.query<Table>(
    `select c.relname as name,
       exists (select 1 from pg_attribute s where s.attrelid = c.oid and s.attname = 'reseller_id') as scoped,
       jsonb_agg(jsonb_build_object('name', a.attname, 'json', a.atttypid = 'jsonb'::regtype)) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition
       and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'jsonb'::regtype) and a.attname <> all($1)
       and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and a.attnum = any(k.conkey)
         and (k.contype in ('p', 'f') or k.contype = 'c' and pg_get_constraintdef(k.oid) !~ 'length'))
     group by c.oid order by 1`,
    [skipped],
  );
  return rows;
}

/** The markers somebody may meet: those of their own agency's tree, or of their own reseller and what is published to it. */
function isOwn({ account, name }: Principal, { agencyId, owner }: Canary): boolean {
  if (account.side === "operator" && name === "PO") return true;
  if (agencyId !== account.agencyId) return false;
  return account.side === "agency" || owner === "published" || owner === account.resellerId;
}

/** The foreign markers in an answer, body and headers. */
export function leaksIn(answer: Answer, asker: Principal, canaries: Canary[]): string[] {
  const text = `${JSON.stringify(answer.headers)}\n${answer.text}`;
  return canaries
    .filter((canary) => text.includes(canary.text) && !isOwn(asker, canary))
    .map(({ text }) => text);
}

function marker(): string {
  return [...crypto.getRandomValues(new Uint8Array(24))]
    .map((byte) => String.fromCharCode(97 + (byte % 26)))
    .join("");
}
