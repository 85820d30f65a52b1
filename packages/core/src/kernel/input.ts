import type { z } from "zod";
import { AppError, type FieldError } from "./errors.ts";

/** Field codes that have a sentence of their own (words/en/fields.json); schemas name them as their message. */
const codePattern = /^[a-z]+(_[a-z0-9]+)*$/;

/** Parses or throws `invalid_input` with one entry per wrong field. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid_input", { fields: parsed.error.issues.flatMap(fieldErrors) });
}

type Issue = z.core.$ZodIssue;

function fieldErrors(issue: Issue): FieldError[] {
  const pointer = issue.path.map((part) => `/${String(part)}`).join("");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ pointer: `${pointer}/${key}`, code: "unknown_field" }));
  }
  return [{ pointer, code: codeOf(issue), params: paramsOf(issue) }];
}

function codeOf(issue: Issue): string {
  if (codePattern.test(issue.message)) return issue.message;
  if (issue.code === "invalid_type")
    return issue.message.endsWith("received undefined") ? "required" : "wrong_type";
  if (issue.code === "too_big") return "too_long";
  if (issue.code === "too_small") return "too_short";
  return "wrong_format";
}

function paramsOf(issue: Issue): FieldError["params"] {
  if (issue.code === "too_big") return { maximum: Number(issue.maximum) };
  if (issue.code === "too_small") return { minimum: Number(issue.minimum) };
  return undefined;
}
