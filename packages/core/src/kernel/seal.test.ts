import { expect, it } from "vitest";
import { seal, sealKeyId, unseal } from "./seal.ts";

const secret = "a-secret-of-thirty-two-bytes-for-tests-only";
const place = ["agency", "second_factors", "secret", "person"];

it("opens where it was sealed, and never looks the same", () => {
  const [one, two] = [seal(secret, place, "hello"), seal(secret, place, "hello")];
  expect(unseal(secret, place, sealKeyId, one)).toBe("hello");
  expect(one.equals(two)).toBe(false);
  expect(one.includes("hello")).toBe(false);
});

it.each([
  ["in another agency", secret, ["other", ...place.slice(1)], sealKeyId],
  ["in another table", secret, [place[0]!, "passwords", ...place.slice(2)], sealKeyId],
  ["in another row", secret, [...place.slice(0, 3), "other"], sealKeyId],
  ["under another secret", `${secret}!`, place, sealKeyId],
  ["under another key", secret, place, "k2"],
])("does not open %s", (_where, key, at, keyId) => {
  const sealed = seal(secret, place, "hello");
  expect(() => unseal(key, at, keyId, sealed)).toThrow();
});

it("does not open once a bit of it has changed, or its tag was cut", () => {
  for (const at of [0, 12, 28]) {
    const sealed = seal(secret, place, "hello");
    sealed[at]! ^= 1;
    expect(() => unseal(secret, place, sealKeyId, sealed)).toThrow();
  }
  expect(() => unseal(secret, place, sealKeyId, seal(secret, place, "hello").subarray(0, 20))).toThrow();
});
