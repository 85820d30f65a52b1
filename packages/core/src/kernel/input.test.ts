import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fieldSentence } from "../words/index.ts";
import type { AppError } from "./errors.ts";
import { parseInput } from "./input.ts";

const schema = z.strictObject({
  type: z.enum(["own_plans", "commission"], "required"),
  name: z.string({ error: "required" }).max(5, "too_long"),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  sort: z.enum(["name", "joined"]).default("name"),
});

function sentences(input: unknown): Record<string, string> {
  try {
    parseInput(schema, input);
    return {};
  } catch (error) {
    const { fields = [] } = error as AppError;
    return Object.fromEntries(fields.map((field) => [field.pointer, fieldSentence(field)]));
  }
}

describe("what is told of a wrong field", () => {
  const good = { type: "commission", name: "Acme" };
  it.each<[string, object, Record<string, string>]>([
    ["nothing wrong", good, {}],
    ["left out", { type: "commission" }, { "/name": "Fill this in." }],
    ["empty", { ...good, type: "" }, { "/type": "Fill this in." }],
    [
      "another kind of value",
      { ...good, name: 5 },
      { "/name": "This is not the kind of value that belongs here." },
    ],
    ["none of the choices", { ...good, type: "x" }, { "/type": "Use one of these: own_plans, commission." }],
    ["no such order", { ...good, sort: "age" }, { "/sort": "Use one of these: name, joined." }],
    ["too long", { ...good, name: "Acme Studio" }, { "/name": "Use at most 5 characters." }],
    ["a number too small", { ...good, limit: 0 }, { "/limit": "Use 1 or more." }],
    ["a number too large", { ...good, limit: 101 }, { "/limit": "Use 100 or less." }],
  ])("%s", (_what, input, told) => expect(sentences(input)).toEqual(told));
});
