export { migrate, migrationNames } from "./migrate.ts";
export { isConnectionLost, openPool, type PoolOptions } from "./pool.ts";
export { inPlatform, inTenant, type Scope, TransactionEnded, type Tx } from "./tenant/transaction.ts";
