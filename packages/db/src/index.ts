export { migrate, migrationNames } from "./migrate.ts";
export { newestMigration } from "./newest-migration.ts";
export { isConnectionLost, openPool, openQueuePool, type PoolOptions } from "./pool.ts";
export { inPlatform, inTenant, type Scope, TransactionEnded, type Tx } from "./tenant/transaction.ts";
