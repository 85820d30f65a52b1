import { checkSlug, makeAgency } from "../agencies/create.ts";
import { createdAgency, createInput } from "../agencies/schemas.ts";
import { operatorVerb } from "../kernel/verb.ts";
import { requireDemoMode } from "./mode.ts";

/** Starts an agency of one's own from the first page of a demo installation. */
export const startAgency = operatorVerb("demo.start", "command", {
  input: createInput.pick({ name: true, slug: true, ownerName: true, ownerEmail: true, billingZone: true }),
  output: createdAgency,
  check: checkSlug,
  run: (tx, input, ctx) => {
    requireDemoMode(ctx);
    return makeAgency(tx, { ...input, country: "US", mode: "live", isDemo: false }, ctx);
  },
});
