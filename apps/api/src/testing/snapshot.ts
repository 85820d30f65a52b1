import type pg from "pg";

/** What may change although nothing was done: counters of tries, and when somebody was last seen. */
const restless = {
  tables: ["throttles", "operator_throttles"],
  columns: ["last_used_at", "last_used_ip", "last_seen_at"],
};

/** A number of rows and a sum over them, by table. */
export type Snapshot = Record<string, string>;

/**
 * Everything in the tenants' and the installation's tables and in the queue, in numbers; `but` leaves one agency out.
 * A row that was written anew carries another transaction's number; where columns are restless, what it says is summed.
 */
export async function snapshot(admin: pg.Pool, but = ""): Promise<Snapshot> {
  const tables = { name: "snapshot_tables", text: tablesSql, values: [restless.tables, restless.columns] };
  const { rows } = await admin.query<{ sql: string }>(tables);
  const sums = { name: "snapshot", text: rows[0]!.sql, values: [but] };
  const found = await admin.query<{ name: string; sum: string }>(sums);
  return Object.fromEntries(found.rows.map(({ name, sum }) => [name, sum]));
}

/** The statement that looks at every table; its own `$1` is the agency to be left out. */
const tablesSql = `
  select string_agg(format($f$select %L as name, count(*) || ' ' || coalesce(sum(%s), 0) as sum from %I.%I t
    where $1 = '' or $1 <> coalesce(to_jsonb(t) ->> 'agency_id', to_jsonb(t) ->> 'payload', $1)$f$,
    c.relname, case when r.is_restless then format('hashtextextended((to_jsonb(t) - %L::text[])::text, 0)', $2::text[])
      else 't.xmin::text::bigint' end,
    n.nspname, c.relname), ' union all ') as sql
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  cross join lateral (select exists (select from pg_attribute a
    where a.attrelid = c.oid and a.attname = any($2::text[])) as is_restless) r
  where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all($1)
    and (n.nspname in ('public', 'platform') or c.relname = '_private_jobs')`;
