import { parseArgs } from "node:util";
import { createAgency } from "@tenantry/core/agencies/create";
import { isAppError } from "@tenantry/core/kernel/errors";
import { openApp } from "@tenantry/core/open-app";
import { fieldSentence } from "@tenantry/core/words/index";
import { readSettings } from "../config.ts";
import { commandLineContext } from "./context.ts";

/** npm run agency:create -- --name "Nova Chat" --slug novachat --owner "Maya Lindqvist" --email maya@example.com */
const { values } = parseArgs({
  options: {
    name: { type: "string" },
    slug: { type: "string" },
    owner: { type: "string" },
    email: { type: "string" },
    country: { type: "string" },
    zone: { type: "string" },
  },
});
const settings = readSettings("web", process.env);
const app = openApp(settings);
try {
  const made = await createAgency(await commandLineContext(app, "agency:create"), {
    name: values.name ?? "",
    slug: values.slug ?? "",
    ownerName: values.owner ?? "",
    ownerEmail: values.email ?? "",
    country: values.country,
    billingZone: values.zone,
  });
  console.log(
    `${made.name} is at ${made.address}\nThe owner activates the account here: ${made.activationLink}`,
  );
} catch (error) {
  if (!isAppError(error)) throw error;
  console.error("The agency was not created:");
  for (const field of error.fields ?? [])
    console.error(`  ${field.pointer.slice(1)}: ${fieldSentence(field)}`);
  process.exitCode = 1;
} finally {
  await app.pool.end();
}
