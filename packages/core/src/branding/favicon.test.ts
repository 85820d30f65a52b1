import { expect, it } from "vitest";
import { favicon } from "./favicon.ts";

const drawn = (name: string, brand: string | null) => decodeURIComponent(favicon(name, brand));

it("draws the first letter in a colour that can be read on the brand", () => {
  expect(drawn("brightline", "#8f2a72")).toMatch(/fill="#8f2a72".*fill="#ffffff">B</);
  expect(drawn("Sun", "#fde047")).toContain('fill="#111113">S<');
});

it("lets nothing of a name become markup", () => {
  expect(drawn("<script>", null)).toContain(">S</text>");
  expect(drawn('"&', null)).toContain("></text>");
});
