import { expect, it } from "vitest";
import { strange } from "./pseudo.ts";
import { wordsOf } from "./words.ts";

it("keeps values and tags, changes every other letter", () => {
  expect(strange("Sign in to {{name}} <b>now</b>")).toBe("⟦Šîĝñ îñ ŧô {{name}} <b>ñôŵ</b>⟧");
});

it("changes every word of every namespace", () => {
  const t = wordsOf("pseudo").t;
  expect(t("common:save")).toBe("⟦Šåṽé⟧");
  expect(t("common:pages.perPage", { count: 25 })).toContain("25");
});
