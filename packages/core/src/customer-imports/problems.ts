import type { RowProblem } from "@tenantry/db/schema";
import { z } from "zod";
import { tellable } from "../kernel/database-errors.ts";
import { isAppError } from "../kernel/errors.ts";
import { parseInput } from "../kernel/input.ts";
import { takeOverInput } from "../subscriptions/schemas.ts";

/** A year that nobody means ("0026") is a slip of whoever typed it. */
const day = z.iso
  .date("day_wrong")
  .refine((one) => one >= "1990-01-01" && one <= "2100-12-31", { error: "day_far" });

/** What of a subscription can be judged without knowing the customer. */
export const saidOfSubscription = takeOverInput
  .pick({ quantity: true, startsOn: true, nextInvoiceOn: true, trialUntil: true, cancelled: true })
  .extend({ startsOn: day, nextInvoiceOn: day.optional(), trialUntil: day.optional() });

/** Fields of the verbs that the file calls otherwise. */
const columnOf: Record<string, string> = {
  "/rateBps": "/rate",
  "/parentId": "/partner",
  "/planId": "/plan",
};

/** What an error means for a row, at the fields of the file. Anything that is no row's own is thrown on. */
export function problemsOf(error: unknown): RowProblem[] {
  const told = tellable(error);
  // What may come right by itself is tried again.
  if (!isAppError(told) || told.code === "busy") throw told;
  // The verbs are asked for the price and the period that the check found.
  if (told.code === "conflict") return [{ pointer: "/plan", code: "price_changed" }];
  if (!told.fields) return [{ pointer: "", code: told.code }];
  return told.fields.map((problem) => {
    const pointer = columnOf[problem.pointer] ?? problem.pointer;
    const isWord = pointer === "/active" || pointer === "/cancelled";
    return isWord ? { pointer, code: "yes_or_no" } : { ...problem, pointer };
  });
}

/** What the fields of an input have wrong by themselves, by the rules of the verb that takes it. */
export function problemsIn(schema: z.ZodType, input: unknown): RowProblem[] {
  try {
    parseInput(schema, input);
    return [];
  } catch (error) {
    return problemsOf(error);
  }
}
