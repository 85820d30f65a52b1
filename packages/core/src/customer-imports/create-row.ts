import type { CustomerRowOutcome } from "@tenantry/db/schema";
import { createCustomerUnlessThere } from "../customers/create-unless-there.ts";
import type { Ended } from "../imports/carry-out.ts";
import { endedAs, repeatableBy } from "../imports/ended-as.ts";
import type { Jobs } from "../jobs/catalogue.ts";
import { personContext } from "../jobs/person-context.ts";
import type { App } from "../kernel/ctx.ts";
import { fieldError } from "../kernel/errors.ts";
import { takeOverSubscription } from "../subscriptions/take-over.ts";
import { problemsOf } from "./problems.ts";
import type { CompanyRow } from "./read-rows.ts";
import { customerInput } from "./row-input.ts";

const operation = "customer-import.carry-out";

/** Whose a row's subscription becomes; `there` is a customer that this file did not make. */
export interface RowCustomer {
  id: string;
  there: boolean;
}

/**
 * Creates one row's customer and takes its subscription over, through the verbs, exactly as the check found it: another price or
 * period by now is refused, and a customer of its name that another file has made by now is added to. Repeatable: rows of one
 * customer share it by its key, and a subscription has its line's.
 */
export async function createRow(
  app: App,
  { agencyId, importId, userId, accountId }: Jobs["customer-import.carry-out"] & { agencyId: string },
  row: CompanyRow,
  outcome: CustomerRowOutcome,
  known: RowCustomer | undefined,
): Promise<Ended & { customer: RowCustomer | undefined }> {
  const { company, subscription } = outcome;
  let customer = known;
  const ended = await endedAs(
    app,
    async () => {
      const person = await personContext(app, agencyId, userId, accountId);
      const input = customerInput(row);
      const once = (key: string, said: unknown) =>
        repeatableBy(person, operation, `${importId}:${key}`, said);
      // The verb's schema has judged these fields when the row was tried, and judges them again.
      const asked = input as Parameters<typeof createCustomerUnlessThere>[1];
      customer ??= await createCustomerUnlessThere(once(`customer:${company}`, input), asked);
      if (!subscription && customer.there) throw fieldError("/name", "customer_there");
      if (!subscription) return {};
      const { planId, versionId, currency, interval, quantity, startsOn, period, trial, cancelled } =
        subscription;
      const sold = {
        ...{
          customerId: customer.id,
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
    },
    problemsOf,
  );
  if (!customer) return { ...ended, customer };
  const { id, there } = customer;
  return { ...ended, customerId: id, outcome: { ...outcome, customerId: there ? id : null }, customer };
}
