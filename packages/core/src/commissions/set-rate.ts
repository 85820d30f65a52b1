import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { sayRate } from "./say-rate.ts";
import { setRateInput } from "./schemas.ts";
import { readSubject } from "./subject.ts";

/**
 * Sets the rate of a customer, a reseller or a plan from now on, or takes it away. What was invoiced keeps the rate it was invoiced with. A reseller may
 * keep or lower the rate of its own customers.
 */
export const setRate = command("commission-rate.set", {
  input: setRateInput,
  output: none,
  object: ({ subject, id }) => ({ table: subject === "plan" ? "plans" : "accounts", id }),
  run: async (run, { rateBps, ...of }) => {
    const subject = await readSubject(run, of);
    if (!subject.applies) throw new AppError("no_commission");
    if (run.ctx.scope.kind !== "agency" && of.subject !== "customer") throw new AppError("kind_forbidden");
    const said = await sayRate(run, subject, rateBps);
    if (!said) return { result: {}, audit: { none: "everything is as it was" } };
    const { resellerId, distributorId } = subject;
    return {
      result: {},
      audit: {
        object: { kind: of.subject, id: of.id },
        before: { rateBps: said.beforeBps },
        after: { rateBps },
        ...{ resellerId, distributorId },
      },
    };
  },
});
