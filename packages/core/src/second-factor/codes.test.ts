import { Secret } from "otpauth";
import { expect, it } from "vitest";
import {
  codeAt,
  factorUri,
  hashRecoveryCode,
  newFactorSecret,
  newRecoveryCodes,
  stepOfCode,
} from "./codes.ts";

// RFC 6238, appendix B, SHA-1, the last six of the eight digits.
const rfcSecret = Secret.fromLatin1("12345678901234567890").base32;
it.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
])("at %s seconds the code is that of RFC 6238", (seconds, code) => {
  const at = new Date(seconds * 1_000);
  expect(codeAt(rfcSecret, at)).toBe(code);
  expect(stepOfCode(rfcSecret, code, at)).toBe(Math.floor(seconds / 30));
});

it("takes the code before and the code after, and none further away", () => {
  const secret = newFactorSecret();
  const now = new Date("2026-03-01T12:00:10Z");
  const step = Math.floor(now.getTime() / 30_000);
  const at = (steps: number) =>
    stepOfCode(secret, codeAt(secret, new Date(now.getTime() + steps * 30_000)), now);
  expect([at(-1), at(0), at(1)]).toEqual([step - 1, step, step + 1]);
  expect([at(-2), at(2)]).toEqual([undefined, undefined]);
});

it.each(["", "12345", "1234567", "abcdef", "12 345", "-12345", "١٢٣٤٥٦"])("%s is no code", (code) => {
  expect(stepOfCode(newFactorSecret(), code, new Date(0))).toBeUndefined();
});

it("names issuer and person in the address, and has 160 bits", () => {
  const secret = newFactorSecret();
  const uri = new URL(factorUri(secret, "Acme & Sons", "jo@acme.example"));
  expect(uri.protocol).toBe("otpauth:");
  expect(uri.searchParams.get("issuer")).toBe("Acme & Sons");
  expect(uri.searchParams.get("secret")).toBe(secret);
  expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
});

it("makes ten recovery codes, all different, whose hash minds neither case nor hyphens but the person", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/);
  const [code = ""] = codes;
  const typed = code.toUpperCase().replaceAll("-", " ");
  expect(hashRecoveryCode("a", typed).equals(hashRecoveryCode("a", code))).toBe(true);
  expect(hashRecoveryCode("b", code).equals(hashRecoveryCode("a", code))).toBe(false);
});
