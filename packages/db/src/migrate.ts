import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { ensureRoles, type Logins } from "./roles.ts";

const folder = new URL("../migrations/", import.meta.url);
const lockKey = 7_269_001;
const lockAttempts = 10;

/** A migration as it lies in the folder. */
interface Migration {
  name: string;
  sql: string;
  hash: string;
  /** `-- no transaction` on the first line: for CREATE INDEX CONCURRENTLY and the like. */
  alone: boolean;
}

/**
 * Brings the database up to this checkout: roles, the queue's tables, then each new file in order, one transaction a
 * file. Safe to run from several processes at once (advisory lock); refuses a database that is ahead of the checkout
 * or whose applied files have changed.
 */
export async function migrate(options: { adminUrl: string; logins: Logins }): Promise<void> {
  const admin = new pg.Client({ connectionString: options.adminUrl });
  admin.on("error", () => {});
  await admin.connect();
  try {
    await admin.query("select pg_advisory_lock($1)", [lockKey]);
    await ensureRoles(admin, options.logins);
    await installQueue(admin, options.adminUrl, options.logins.worker);
    await admin.query("create schema if not exists migrations");
    await admin.query(
      "create table if not exists migrations.applied (name text primary key, hash text not null, at timestamptz not null default now())",
    );
    const applied = new Map<string, string>(
      (await admin.query("select name, hash from migrations.applied")).rows.map((row) => [
        row.name,
        row.hash,
      ]),
    );
    const files = await readMigrations();
    refuseUnknown(files, applied);
    for (const file of files) if (!applied.has(file.name)) await apply(admin, file);
  } finally {
    await admin.end();
  }
}

/** Names of the migrations this checkout carries, in order. */
export async function migrationNames(): Promise<string[]> {
  return (await readMigrations()).map((file) => file.name);
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), "utf8");
      const hash = createHash("sha256").update(sql).digest("hex");
      return { name, sql, hash, alone: sql.startsWith("-- no transaction") };
    }),
  );
}

function refuseUnknown(files: Migration[], applied: Map<string, string>): void {
  const known = new Map(files.map((file) => [file.name, file.hash]));
  for (const [name, hash] of applied) {
    if (!known.has(name))
      throw new Error(`The database is newer than this checkout: it has migration ${name}`);
    if (known.get(name) !== hash) throw new Error(`Migration ${name} was changed after it had been applied`);
  }
}

async function apply(admin: pg.Client, file: Migration): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      if (file.alone) await admin.query(file.sql);
      else await admin.query(`begin; set local lock_timeout = '2s'; ${file.sql}`);
      await admin.query("insert into migrations.applied (name, hash) values ($1, $2)", [
        file.name,
        file.hash,
      ]);
      if (!file.alone) await admin.query("commit");
      return;
    } catch (error) {
      await admin.query("rollback");
      const busy = (error as { code?: string }).code === "55P03";
      if (!busy || attempt === lockAttempts) {
        throw new Error(`Migration ${file.name} failed: ${(error as Error).message}`, { cause: error });
      }
    }
  }
}

/** The queue's tables belong to the worker role, which alone may read past their row security. */
async function installQueue(admin: pg.Client, adminUrl: string, workerPassword: string): Promise<void> {
  await admin.query("create schema if not exists graphile_worker authorization tn_worker");
  const url = new URL(adminUrl);
  url.username = "tn_worker";
  url.password = workerPassword;
  const database = admin.escapeIdentifier(decodeURIComponent(url.pathname.slice(1)));
  // The queue's installer asks for CREATE on the database even when its schema is there.
  await admin.query(`grant create on database ${database} to tn_worker`);
  try {
    await runMigrations({ connectionString: url.toString() });
  } finally {
    await admin.query(`revoke create on database ${database} from tn_worker`);
  }
}
