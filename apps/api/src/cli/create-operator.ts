import { email } from "@tenantry/core/identity/schemas";
import { openApp } from "@tenantry/core/open-app";
import { inviteOperator } from "@tenantry/core/operators/invite";
import { readSettings } from "../config.ts";

/** npm run operator:create -- iris@example.com: prints the one-time link with which the operator sets a password. */
const address = email.safeParse(process.argv[2] ?? "");
if (!address.success) {
  console.error("Give the operator's email address: npm run operator:create -- iris@example.com");
  process.exit(1);
}
const settings = readSettings("web", process.env);
const app = openApp(settings);
console.log(`Open this link within 24 hours; it works once:\n${await inviteOperator(app, address.data)}`);
await app.pool.end();
