import type { CustomerRowOutcome } from "@tenantry/db/schema";
import { createCustomer } from "../customers/create.ts";
import type { Ended } from "../imports/carry-out.ts";
import { endedAs, repeatableBy } from "../imports/ended-as.ts";
import type { Jobs } from "../jobs/catalogue.ts";
import { personContext } from "../jobs/person-context.ts";
import type { App } from "../kernel/ctx.ts";
import { takeOverSubscription } from "../subscriptions/take-over.ts";
import { problemsOf } from "./problems.ts";
import type { CompanyRow } from "./read-rows.ts";
import { customerInput } from "./row-input.ts";

const operation = "customer-import.carry-out";

/**
 * Creates one row's customer and takes its subscription over, through the verbs, exactly as the check found it: another price or
 * period by now is refused. Repeatable: rows of one customer share it by its key, and a subscription has its line's.
 */
export async function createRow(
  app: App,
  { agencyId, importId, userId, accountId }: Jobs["customer-import.carry-out"] & { agencyId: string },
  row: CompanyRow,
  { company, customerId, subscription }: CustomerRowOutcome,
): Promise<Ended> {
  const made: Ended = {};
  const ended = await endedAs(async () => {
    const person = await personContext(app, agencyId, userId, accountId);
    const input = customerInput(row);
    const once = (key: string, said: unknown) => repeatableBy(person, operation, `${importId}:${key}`, said);
    made.customerId =
      customerId ??
      // The verb's schema has judged these fields when the row was tried, and judges them again.
      (
        await createCustomer(
          once(`customer:${company}`, input),
          input as Parameters<typeof createCustomer>[1],
        )
      ).id;
    if (!subscription) return {};
    const { planId, versionId, currency, interval, quantity, startsOn, period, trial, cancelled } =
      subscription;
    const sold = {
      ...{
        customerId: made.customerId,
        planId,
        versionId,
        currency,
        interval,
        quantity,
        startsOn,
        cancelled,
      },
      ...{ nextInvoiceOn: period.to, trialUntil: trial ? period.to : undefined },
    };
    const { id } = await takeOverSubscription(once(String(row.line), sold), sold);
    return { subscriptionId: id };
  }, problemsOf);
  return { ...made, ...ended };
}
