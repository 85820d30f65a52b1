import { expect, it } from "vitest";
import { readLocale, readTheme } from "./preferences.ts";

it("reads the theme, and falls back to the system's for anything else", () => {
  expect(readTheme("a=1; theme=dark; b=2")).toBe("dark");
  for (const cookies of [null, "", "theme=neon", "xtheme=dark"]) expect(readTheme(cookies)).toBe("system");
});

it("offers the pseudo-locale in demo mode only", () => {
  expect(readLocale("locale=pseudo", true)).toBe("pseudo");
  expect(readLocale("locale=pseudo", false)).toBe("en");
});
