import { expect, it } from "vitest";
import { initials } from "./initials.ts";

it("takes the first letter of the first and the last word", () => {
  expect(initials("Harbour & Pine")).toBe("HP");
  expect(initials("Tallinn Growth Lab")).toBe("TL");
  expect(initials("étude")).toBe("É");
  expect(initials("&")).toBe("");
});
