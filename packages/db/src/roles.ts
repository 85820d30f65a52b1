import type pg from "pg";

/** Passwords of the two login roles. */
export interface Logins {
  web: string;
  worker: string;
}

const scopeRoles = ["tn_agency", "tn_distributor", "tn_upline", "tn_reseller", "tn_customer", "tn_vendor"];

/**
 * Makes the cluster's roles when missing and sets what must hold on every start. Scope roles may log in (a distributed
 * database dials as them) but have no password; login roles inherit nothing, so forgetting to enter a tenant is
 * "permission denied".
 */
export async function ensureRoles(admin: pg.Client, logins: Logins): Promise<void> {
  const known = new Set(
    (await admin.query("select rolname from pg_roles where rolname like 'tn\\_%'")).rows.map(
      (row) => row.rolname,
    ),
  );
  const make = async (role: string, options: string) => {
    if (!known.has(role)) await admin.query(`create role ${role}`);
    await admin.query(
      `alter role ${role} ${options} nosuperuser nobypassrls nocreatedb nocreaterole noinherit`,
    );
  };
  for (const role of scopeRoles) await make(role, "login");
  await make("tn_operator", "nologin");
  await make("tn_definer", "nologin");
  await make("tn_search", "nologin");
  await make("tn_web", `login password ${admin.escapeLiteral(logins.web)}`);
  await make("tn_worker", `login password ${admin.escapeLiteral(logins.worker)}`);
  for (const role of [...scopeRoles, "tn_operator"]) {
    await admin.query(`grant ${role} to tn_web with inherit false, set true`);
  }
  for (const role of scopeRoles) await admin.query(`grant ${role} to tn_worker with inherit false, set true`);
  await limits(admin, "tn_web", "5s");
  await limits(admin, "tn_worker", "60s");
}

async function limits(admin: pg.Client, role: string, statement: string): Promise<void> {
  const settings = {
    statement_timeout: statement,
    lock_timeout: "2s",
    idle_in_transaction_session_timeout: "10s",
    transaction_timeout: role === "tn_worker" ? "300s" : "30s",
    timezone: "UTC",
  };
  for (const [name, value] of Object.entries(settings)) {
    await admin.query(`alter role ${role} set ${name} = '${value}'`);
  }
}
