import { expect, it } from "vitest";
import { loginDomainProblem } from "./login-domain.ts";
import { loginDomainIdeas } from "./login-domain-ideas.ts";

it("begins with the name itself, without what kind of company it is, then with it, then with less of it", () => {
  expect(loginDomainIdeas("Acme Studio B.V.").slice(0, 4)).toEqual([
    "acmestudio",
    "acmestudiobv",
    "acme",
    "acmestudiohq",
  ]);
  expect(loginDomainIdeas("Harbour & Pine Ltd").slice(0, 3)).toEqual([
    "harbourpine",
    "harbourpineltd",
    "harbour",
  ]);
});

it.each([
  ["Müller & Søn GmbH", "mullerson"],
  ["Straße Łódź", "strasselodz"],
  ["O’Brien's Café 24/7", "obrienscafe"],
  ["ＡＣＭＥ", "acme"],
])("writes %s with letters that can be had", (company, idea) => {
  expect(loginDomainIdeas(company)[0]).toBe(idea);
});

it.each([
  "admin",
  "Support",
  "株式会社ABC Tools",
  "x",
  "a b",
  "東京",
  "",
  "123",
  `${"very long name ".repeat(13)}`,
])("suggests nothing for %j that its form would refuse", (company) => {
  const ideas = loginDomainIdeas(company);
  expect(ideas.filter(loginDomainProblem)).toEqual([]);
  expect(ideas.length).toBeLessThanOrEqual(16);
});

it("has ideas for a name that is reserved or too long, and none without letters to make them of", () => {
  expect(loginDomainIdeas("admin").slice(0, 2)).toEqual(["adminhq", "admingroup"]);
  expect(loginDomainIdeas("very long name ".repeat(13))[0]).toBe("verylong");
  expect(loginDomainIdeas("東京")).toEqual([]);
});
