export { openProxy, type Proxy } from "./proxy.ts";
export { type TestDatabase, testDatabase } from "./test-database.ts";
export { bounded, until } from "./until.ts";
