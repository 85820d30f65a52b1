import { expect, it } from "vitest";
import { pageAddress } from "./page-address.ts";

it.each([
  ["/", "/"],
  ["/_.data", "/"],
  ["/plans.data?_routes=a%2Fb", "/plans"],
  ["/resellers?q=a%20b&sort=name", "/resellers?q=a+b&sort=name"],
  ["/resellers.data?q=a&_routes=x", "/resellers?q=a"],
  ["/resellers/_.data", "/resellers/"],
])("finds the page of %s", (asked, page) => {
  expect(pageAddress(new Request(`http://here.invalid${asked}`))).toBe(page);
});
