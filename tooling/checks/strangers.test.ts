import { expect, test } from "vitest";
import { checkStrangers } from "./strangers.ts";

const check = (text: string) => checkStrangers([{ path: "a.ts", text }]);
// Put together here, because this file is checked as well.
const host = ["registry", "npmjs", "org"].join(".");
const path = ["", "work", "main", "x"].join("/");

test("hosts, paths and talk are found with their line", () => {
  expect(check(`\nconst from = "https://${host}/x";`)).toEqual([`a.ts:2: a registry host (${host})`]);
  expect(check(`see "${path}"`)[0]).toContain("a path of one machine");
  expect(check(["as the", "brief says"].join(" "))[0]).toContain("talk of the work");
});

test("the product's own words are fine", () => {
  expect(
    check('redirect("/home"); // the next session is a new cookie; /usr/bin/chromium; network/main'),
  ).toEqual([]);
});
