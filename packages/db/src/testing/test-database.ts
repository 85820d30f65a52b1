import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { inject } from "vitest";
import { TEMPLATE } from "./server.ts";

export interface TestDatabase {
  name: string;
  /** The superuser's address: for looking from outside, never for the code under test. */
  adminUrl: string;
  /** The address that the web process would get (role tn_web). */
  webUrl: string;
  /** The address that the worker would get (role tn_worker). */
  workerUrl: string;
  /** Removes the database; sessions that are still open are ended. */
  drop(): Promise<void>;
}

/** A migrated database of the caller's own. Throws with the migration's error when there is no template. */
export async function testDatabase(): Promise<TestDatabase> {
  const { adminUrl, logins, failure } = inject("tenantryServer");
  if (failure) throw new Error(`There is no test database, because the migrations failed: ${failure}`);
  const name = `test_${randomBytes(8).toString("hex")}`;
  await asAdmin(adminUrl, async (admin) => {
    await copyTemplate(admin, name);
    await copyDatabaseGrants(admin, name);
  });
  return {
    name,
    adminUrl: addressOf(adminUrl, name),
    webUrl: addressOf(adminUrl, name, "tn_web", logins.web),
    workerUrl: addressOf(adminUrl, name, "tn_worker", logins.worker),
    drop: () => asAdmin(adminUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`)),
  };
}

async function asAdmin(adminUrl: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

/** Another copy may be under way, and autovacuum looks into the template now and then. */
async function copyTemplate(admin: pg.Client, name: string): Promise<void> {
  const OBJECT_IN_USE = "55006";
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      await admin.query(`create database ${name} template ${TEMPLATE}`);
      return;
    } catch (error) {
      if ((error as pg.DatabaseError).code !== OBJECT_IN_USE || Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

/** CREATE DATABASE copies neither grants on the database nor its settings; tests must see those of production. */
async function copyDatabaseGrants(admin: pg.Client, name: string): Promise<void> {
  await admin.query(`
    update pg_database set datacl = (select datacl from pg_database where datname = '${TEMPLATE}')
      where datname = '${name}';
    insert into pg_db_role_setting (setdatabase, setrole, setconfig)
      select (select oid from pg_database where datname = '${name}'), setrole, setconfig
      from pg_db_role_setting
      where setdatabase = (select oid from pg_database where datname = '${TEMPLATE}')`);
}

function addressOf(adminUrl: string, database: string, user?: string, password?: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (user) url.username = user;
  if (password) url.password = password;
  return url.href;
}
