import type { z } from "zod";
import { AppError, type FieldError } from "./errors.ts";

/** Field codes that have a sentence of their own (words/en/fields.json); schemas name them as their message. */
const codePattern = /^[a-z]+(_[a-z0-9]+)*$/;

/** Parses or throws `invalid_input` with one entry per wrong field. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid_input", {
    fields: parsed.error.issues.flatMap((issue) => fieldErrors(issue, raw)),
  });
}

type Issue = z.core.$ZodIssue;

function fieldErrors(issue: Issue, raw: unknown): FieldError[] {
  const pointer = issue.path.map((part) => `/${String(part)}`).join("");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ pointer: `${pointer}/${key}`, code: "unknown_field" }));
  }
  return [{ pointer, code: codeOf(issue, raw), params: paramsOf(issue) }];
}

function codeOf(issue: Issue, raw: unknown): string {
  // Schemas say "required" of a field that is missing; one that came and is something else is told as that.
  const given = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown>)?.[key],
    raw,
  );
  if (issue.message === "required" && given !== undefined && given !== null && given !== "") {
    if (issue.code === "invalid_type") return "wrong_type";
    if (issue.code === "invalid_value") return "one_of";
  }
  if (codePattern.test(issue.message)) return issue.message;
  if (issue.code === "invalid_type")
    return issue.message.endsWith("received undefined") ? "required" : "wrong_type";
  if (issue.code === "invalid_value") return "one_of";
  if (issue.code === "too_big") return isNumber(issue.origin) ? "too_large" : "too_long";
  if (issue.code === "too_small") return isNumber(issue.origin) ? "too_little" : "too_short";
  return "wrong_format";
}

function isNumber(origin: string): boolean {
  return origin === "number" || origin === "int" || origin === "bigint";
}

function paramsOf(issue: Issue): FieldError["params"] {
  if (issue.code === "too_big") return { maximum: Number(issue.maximum) };
  if (issue.code === "too_small") return { minimum: Number(issue.minimum) };
  if (issue.code === "invalid_value") return { choices: issue.values.map(String).join(", ") };
  return undefined;
}
