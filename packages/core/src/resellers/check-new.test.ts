import { describe, expect, it } from "vitest";
import { checkSlug } from "../agencies/create.ts";
import { createInput as agencyInput } from "../agencies/schemas.ts";
import { isAppError } from "../kernel/errors.ts";
import { parseInput } from "../kernel/input.ts";
import { checkNewReseller } from "./check-new.ts";
import { createInput } from "./schemas.ts";

function wrong(work: () => unknown): Record<string, string> {
  try {
    work();
  } catch (error) {
    if (!isAppError(error) || !error.fields) throw error;
    expect(new Set(error.fields.map(({ pointer }) => pointer)).size).toBe(error.fields.length);
    return Object.fromEntries(error.fields.map(({ pointer, code }) => [pointer, code]));
  }
  throw new Error("Nothing was refused");
}

describe("a new reseller", () => {
  const refusals = (raw: unknown) => wrong(() => parseInput(createInput, raw, checkNewReseller));

  it("is told of every wrong field in one round, whichever rule found it", () => {
    const bad = {
      type: "commission",
      name: "Kumo",
      email: "zed@zed",
      phone: "12",
      phoneCountry: "PT",
      website: "javascript:alert(1)",
      contactName: "Ana",
      contactEmail: "ana@kumo.example",
      contactPhone: "213 456 780",
      contactPhoneCountry: "PT",
      country: "PT",
      language: "en",
      loginDomain: "www",
      firstSignIn: "password",
      password: "short",
      confirm: "shorter",
    };
    expect(refusals(bad)).toEqual({
      "/email": "email_wrong",
      "/phone": "phone_wrong",
      "/website": "website_wrong",
      "/loginDomain": "login_domain_reserved",
      "/password": "password_short",
      "/confirm": "passwords_differ",
    });
  });

  it("is told of an empty login domain beside the other empty fields", () => {
    expect(refusals({ loginDomain: "" })).toMatchObject({ "/name": "required", "/loginDomain": "required" });
  });

  it("is not told that a number is wrong when only its country is", () => {
    expect(refusals({ phone: "213 456 789", country: "XX", loginDomain: "kumo" })).not.toHaveProperty(
      "/phone",
    );
  });
});

it("tells of an agency's address in the same round as of its other fields", () => {
  const raw = { name: "", slug: "www", ownerName: "", ownerEmail: "x" };
  expect(wrong(() => parseInput(agencyInput, raw, checkSlug))).toEqual({
    "/name": "required",
    "/slug": "login_domain_reserved",
    "/ownerName": "required",
    "/ownerEmail": "email_wrong",
  });
});

it.each(["\u202e", "\u202a", "\u2066", "\u2069"])("refuses a name that turns text round (%j)", (sign) => {
  const raw = { name: `Kumo${sign}`, slug: "kumo", ownerName: `Ana${sign}`, ownerEmail: "ana@kumo.example" };
  expect(wrong(() => parseInput(agencyInput, raw))).toEqual({
    "/name": "direction_signs",
    "/ownerName": "direction_signs",
  });
  expect(parseInput(agencyInput, { ...raw, name: "مقهى", ownerName: "Ana" }).name).toBe("مقهى");
});
