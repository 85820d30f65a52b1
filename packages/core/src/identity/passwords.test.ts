import { beforeEach, describe, expect, it, vi } from "vitest";
import { checkNewPassword, hashPassword, passwordMatches } from "./passwords.ts";

// T18: hashes as they are agreed, and exactly one of them whatever is known.
const { verify } = vi.hoisted(() => ({ verify: vi.fn() }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return { ...real, verify: verify.mockImplementation(real.verify) };
});
beforeEach(() => {
  verify.mockClear();
});

const parameters = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;

describe("a password", () => {
  it.each([
    "a",
    "correct horse battery staple",
    "пароль",
    "e\u0301",
    "\u00e9",
    " blanks ",
    "🐎".repeat(40),
    "x".repeat(128),
  ])("%j is hashed with the agreed parameters and known again", async (password) => {
    const stored = await hashPassword(password);
    expect(stored).toMatch(parameters);
    expect(await passwordMatches(stored, password)).toBe(true);
    expect(await passwordMatches(stored, `${password} `)).toBe(false);
  });

  it("is taken exactly as it comes: no form of Unicode, no case, no blank is made equal", async () => {
    const stored = await hashPassword("\u00e9 A");
    for (const other of ["e\u0301 A", "\u00e9 a", "\u00e9 A ", " \u00e9 A", "\u00e9\u00a0A"]) {
      expect(await passwordMatches(stored, other)).toBe(false);
    }
  });

  it("twice hashed is two hashes", async () => {
    expect(await hashPassword("same")).not.toBe(await hashPassword("same"));
  });

  it("costs one hash for somebody known and one of the same weight for nobody", async () => {
    await passwordMatches(await hashPassword("x"), "y");
    await passwordMatches(undefined, "y");
    expect(verify.mock.calls).toHaveLength(2);
    for (const [stored] of verify.mock.calls) expect(stored).toMatch(parameters);
  });

  it("of nobody never matches", async () => {
    expect(await passwordMatches(undefined, "")).toBe(false);
  });
});

describe("a new password", () => {
  const problem = (
    password: string,
    minimum = 8,
    context: string[] = ["maya@novachat.example", "Maya Lindqvist"],
  ) => {
    try {
      checkNewPassword("/password", password, minimum, context);
      return "fine";
    } catch (error) {
      return (error as { fields: { code: string }[] }).fields[0]!.code;
    }
  };

  it.each<[string, number, string]>([
    ["1234567", 8, "password_short"],
    ["elevenchars", 12, "password_short"],
    ["x".repeat(129), 8, "too_long"],
    ["x".repeat(128), 8, "fine"],
    ["password", 8, "password_common"],
    ["Password1", 8, "password_common"],
    ["password2026!", 8, "password_common"],
    ["qwertyuiop", 8, "password_common"],
    ["lindqvist", 8, "password_guessable"],
    ["Lindqvist2026", 8, "password_guessable"],
    ["novachat1", 8, "password_guessable"],
    ["correct horse battery staple", 12, "fine"],
    ["пароль из слов", 8, "fine"],
  ])("%j of at least %i is %s", (password, minimum, code) => expect(problem(password, minimum)).toBe(code));
});
