import { expect, it } from "vitest";
import { brandCss } from "./css.ts";

it("writes one rule with every derived name, and nothing but colours", () => {
  const css = brandCss("#8f2a72");
  expect(css).toMatch(/^:root\{(--d-[a-z-]+:(#[0-9a-f]{6}|light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\));?){9}\}$/);
  expect(css).toContain("--d-solid:#8f2a72;--d-on-solid:#ffffff");
});

it("refuses text that is not a colour", () => {
  expect(() => brandCss("#000000}</style><script>")).toThrow();
});

it("writes the rule for one part of a page", () => {
  expect(brandCss("#8f2a72", ".preview")).toMatch(/^\.preview\{--d-solid:#8f2a72;/);
});
