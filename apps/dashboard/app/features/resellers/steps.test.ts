import { expect, it } from "vitest";
import { isComplete, steps, type Typed } from "./steps.ts";

const company = { name: "A", email: "b", phone: "1", contactName: "C", contactEmail: "d", contactPhone: "2" };
const done = (typed: Typed, refused: string[] = []) =>
  steps.filter(({ key }) => isComplete(key, typed, refused)).map(({ key }) => key);

it("counts a part as done once nothing it needs is empty; type and plan have a value from the start", () => {
  expect(done({})).toEqual(["type", "plan"]);
  expect(done({ ...company, contactPhone: " " })).toEqual(["type", "plan"]);
  expect(done({ ...company, loginDomain: "acme" })).toEqual(["type", "company", "plan", "signIn"]);
});

it("asks for both passwords where one is set", () => {
  const typed = { loginDomain: "acme", firstSignIn: "password", password: "x" };
  expect(done(typed)).not.toContain("signIn");
  expect(done({ ...typed, confirmPassword: "x" })).toContain("signIn");
});

it("takes back what the server refused", () => {
  expect(done({ ...company, loginDomain: "acme" }, ["website", "loginDomain"])).toEqual(["type", "plan"]);
});
