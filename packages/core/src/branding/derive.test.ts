import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, type Derived, derive, type Hex } from "./derive.ts";
import { surfaces } from "./surfaces.ts";

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((n) => `#${n.toString(16).padStart(6, "0")}` as Hex);
const modes = [false, true] as const;
// Neutral words that stand on a tint: a selected radio card and its help line.
const words = { light: ["#17171a", "#5d5e66"], dark: ["#ededf0", "#a3a4ae"] } as const;

function expectReadable(derived: Derived, dark: boolean) {
  const pages = dark ? surfaces.dark : surfaces.light;
  for (const ground of [...pages, derived.tint]) {
    expect(contrast(derived.mark, ground), "mark").toBeGreaterThanOrEqual(3);
    expect(contrast(derived.text, ground), "text").toBeGreaterThanOrEqual(4.5);
  }
  for (const page of pages.slice(0, 2))
    expect(contrast(derived.edge, page), "edge").toBeGreaterThanOrEqual(3);
  for (const ground of [derived.solid, derived.hover, derived.active]) {
    expect(contrast(derived.onSolid, ground), "onSolid").toBeGreaterThanOrEqual(4.5);
  }
  expect(contrast(derived.onMark, derived.mark), "onMark").toBeGreaterThanOrEqual(3);
  for (const word of words[dark ? "dark" : "light"]) {
    expect(contrast(word, derived.tint), "words on tint").toBeGreaterThanOrEqual(4.5);
  }
}

describe("derive", () => {
  it("keeps every colour readable, in light and in dark", () => {
    const check = (brand: Hex) => {
      for (const dark of modes) {
        const derived = derive(brand, dark);
        expect(derived.solid).toBe(brand);
        expectReadable(derived, dark);
      }
    };
    const examples = ["#000000", "#ffffff", "#777777", "#fde047", "#39ff14", "#ff0000"].map(
      (c) => [c as Hex] as [Hex],
    );
    fc.assert(fc.property(colours, check), { numRuns: 2000, examples });
  }, 60_000);

  it("leaves a colour alone where it is readable already", () => {
    expect(derive("#2f55e8", false)).toMatchObject({ onSolid: "#ffffff", mark: "#2f55e8", text: "#2f55e8" });
    expect(derive("#FDE047", true)).toMatchObject({ solid: "#fde047", mark: "#fde047", text: "#fde047" });
  });

  it("gives a pale brand an outline on a white page", () => {
    const yellow = derive("#fde047", false);
    expect(yellow).toMatchObject({ onSolid: "#111113", edge: yellow.mark });
    expect(yellow.mark).not.toBe("#fde047");
  });

  it("refuses what is not a colour", () => {
    for (const bad of ["red", "#fff", "#12345g", "#123456;}body{", ""])
      expect(() => derive(bad, false)).toThrow();
  });
});
