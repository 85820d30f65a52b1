import { afterAll, beforeAll, expect, it } from "vitest";
import { type Agency, letters, newAgency } from "../testing/agency.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { resellerInput } from "../testing/reseller.ts";
import { checkLoginDomain } from "./check-login-domain.ts";
import { createReseller } from "./create.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
});
afterAll(() => app.close());

const check = async (name: string, company?: string) =>
  checkLoginDomain(await agency.ctx(), { name, company });
const take = async (name: string) => createReseller(await agency.ctx(), resellerInput(name));

it("suggests nothing beside a name that is free", async () => {
  const name = `c${letters(14)}`;
  expect(await check(name, "Acme")).toMatchObject({ available: true, problem: null, suggestions: [] });
});

it("suggests three free names made of the company's, whoever holds those that are taken", async () => {
  const [one, two] = [`c${letters(9)}`, letters(5)];
  const other = await newAgency(app);
  await take(`${one}${two}`);
  await createReseller(await other.ctx(), resellerInput(`${one}${two}ltd`));
  expect(await check(`${one}${two}`, `${one} & ${two} Ltd.`)).toMatchObject({
    available: false,
    problem: "login_domain_taken",
    suggestions: [one, `${one}${two}hq`, `${one}${two}group`],
  });
});

it("goes by the name asked for where no company is known, and by it too where its form is wrong", async () => {
  const name = `c${letters(9)}`;
  expect(await check(`${name}-1`)).toMatchObject({
    problem: "login_domain_letters",
    suggestions: [name, `${name}hq`, `${name}group`],
  });
  expect((await check("admin", `${name} GmbH`)).suggestions).toEqual([name, `${name}gmbh`, `${name}hq`]);
  expect((await check("東京")).suggestions).toEqual([]);
});

it("has three left when a company's nearest names are all taken", async () => {
  const name = `c${letters(9)}`;
  for (const ending of ["", "hq", "group", "team"]) await take(`${name}${ending}`);
  expect((await check(name, name)).suggestions).toHaveLength(3);
});
