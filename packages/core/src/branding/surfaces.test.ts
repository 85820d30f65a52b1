import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { surfaces } from "./surfaces.ts";

const tokens = readFileSync(
  new URL("../../../../apps/dashboard/app/ui/styles/tokens.css", import.meta.url),
  "utf8",
);

const long = (hex: string) => (hex.length === 4 ? `#${[...hex.slice(1)].map((c) => c + c).join("")}` : hex);

it("knows the surfaces that the pages are painted on", () => {
  const names = ["--bg", "--bg-raised", "--bg-sunken", "--bg-hover", "--bg-float"];
  const found = names.map((name) => {
    const match = tokens.match(new RegExp(`${name}: ?light-dark\\((#[0-9a-f]+), ?(#[0-9a-f]+)\\)`));
    return [long(match?.[1] ?? ""), long(match?.[2] ?? "")];
  });
  expect(found.map(([light]) => light)).toEqual(surfaces.light);
  expect(found.map(([, dark]) => dark)).toEqual(surfaces.dark);
});
