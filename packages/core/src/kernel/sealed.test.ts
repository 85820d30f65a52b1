import { expect, it } from "vitest";
import { keyedHash, seal, unseal } from "./sealed.ts";

const secret = "a-secret-of-thirty-two-bytes-for-tests-only";
const plain = Buffer.from("shown once");

it("opens where it belongs and nowhere else", () => {
  const sealed = seal(secret, "idempotency answer", "here", plain);
  expect(unseal(secret, "idempotency answer", "here", sealed)).toEqual(plain);
  expect(sealed.includes(plain)).toBe(false);
  expect(() => unseal(secret, "idempotency answer", "there", sealed)).toThrow();
  expect(() => unseal(secret, "second factor", "here", sealed)).toThrow();
  expect(() => unseal(`${secret}!`, "idempotency answer", "here", sealed)).toThrow();
});

it("opens no more once a bit of it has changed", () => {
  const sealed = seal(secret, "idempotency answer", "here", plain);
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(() => unseal(secret, "idempotency answer", "here", changed)).toThrow();
  }
});

it("hashes lists of parts apart that would read alike when joined", () => {
  const hash = (...parts: string[]) => keyedHash(secret, "audit chain", ...parts).toString("hex");
  expect(hash("ab", "c")).not.toBe(hash("a", "bc"));
  expect(hash("a")).toBe(hash("a"));
});
