/** What the run's global setup tells each test file about the one database server of the run. */
export interface TestServer {
  /** The superuser's address of the database `postgres`. */
  adminUrl: string;
  /** The passwords of the login roles tn_web and tn_worker. */
  logins: { web: string; worker: string };
  /** Why the template could not be made; tests without a database run all the same. */
  failure?: string;
}

/** The migrated database that every test database is a copy of. */
export const TEMPLATE = "tenantry_template";

declare module "vitest" {
  interface ProvidedContext {
    tenantryServer: TestServer;
  }
}
