import { expect, it } from "vitest";
import type { App } from "../kernel/ctx.ts";
import { type SecretPlace, sealKeyId, sealSecret, unsealSecret } from "./sealed-secret.ts";

const appWith = (secret: string) => ({ config: { secret } }) as App;
const app = appWith("a-secret-of-thirty-two-bytes-for-tests-only");
const place: SecretPlace = { agencyId: "agency", table: "second_factors", userId: "person" };

it("opens where it was sealed, and never looks the same", () => {
  const [one, two] = [sealSecret(app, place, "hello"), sealSecret(app, place, "hello")];
  expect(unsealSecret(app, place, sealKeyId, one)).toBe("hello");
  expect(one.equals(two)).toBe(false);
});

it.each<[string, App, SecretPlace, string]>([
  ["in another agency", app, { ...place, agencyId: "other" }, sealKeyId],
  ["in another table", app, { ...place, table: "enrolment" }, sealKeyId],
  ["of another person", app, { ...place, userId: "other" }, sealKeyId],
  ["under another secret", appWith("another-secret-of-thirty-two-bytes-for-tests"), place, sealKeyId],
  ["under another key", app, place, "k2"],
])("does not open %s", (_where, opener, at, keyId) => {
  const sealed = sealSecret(app, place, "hello");
  expect(() => unsealSecret(opener, at, keyId, sealed)).toThrow();
});
