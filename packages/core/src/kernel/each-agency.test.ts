import { expect, it } from "vitest";
import { eachAgency } from "./each-agency.ts";

it("goes on past an agency that fails, and says so at the end", async () => {
  const done: string[] = [];
  const work = async (agency: string) => {
    if (agency === "b") throw new Error("b is out of order");
    return done.push(agency);
  };
  const failed = await eachAgency(["a", "b", "c"], "Some failed", work).catch((error: unknown) => error);
  expect(done).toEqual(["a", "c"]);
  expect(failed).toBeInstanceOf(AggregateError);
  expect(failed).toMatchObject({ message: "Some failed", errors: [{ message: "b is out of order" }] });
  expect(await eachAgency(["c", "d"], "Some failed", async () => 2)).toBe(4);
});
