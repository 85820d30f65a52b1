import { expect, it } from "vitest";
import { csvLines } from "./csv.ts";

const lines = (...cells: unknown[]) => csvLines([cells], { first: false }).trimEnd();

it.each(["=1+1", "+SUM(A1)", "-1+cmd|' /C calc'!A0", "@now", "\t=1", "-"])("makes %j harmless", (text) => {
  expect(lines(text)).toMatch(/^"?'/);
});

it("leaves negative amounts numbers, so that a column of them can be added up", () => {
  expect(lines("-12.50", "-1250", -3, "12.50")).toBe("-12.50,-1250,-3,12.50");
});
