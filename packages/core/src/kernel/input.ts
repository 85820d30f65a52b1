import { z } from "zod";
import { AppError, type FieldError, isAppError } from "./errors.ts";

/** Field codes that have a sentence of their own (words/en/fields.json); schemas name them as their message. */
const codePattern = /^[a-z]+(_[a-z0-9]+)*$/;

/** Rules of an input's fields that its schema cannot say. Throws `invalid_input`; a field that is not there is passed over. */
export type Check<S extends z.ZodType> = (fields: Partial<z.output<S>>) => void;

/**
 * Parses or throws `invalid_input` with every wrong field. `check` looks at whatever the schema let through, also where
 * other fields failed: a form is told all at once.
 */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown, check?: Check<S>): z.output<S> {
  const parsed = schema.safeParse(raw);
  const wrong = parsed.success ? [] : parsed.error.issues.flatMap((issue) => fieldErrors(issue, raw));
  const fields = parsed.success ? parsed.data : readable(schema, raw);
  const found = check ? foundBy(() => check(fields as Partial<z.output<S>>)) : [];
  const known = new Set(wrong.map(({ pointer }) => pointer));
  const all = [...wrong, ...found.filter(({ pointer }) => !known.has(pointer))];
  if (all.length > 0) throw new AppError("invalid_input", { fields: all });
  return parsed.data as z.output<S>;
}

/** The fields of an object that are right by themselves. */
function readable(schema: z.ZodType, raw: unknown): Record<string, unknown> {
  if (!(schema instanceof z.ZodObject) || typeof raw !== "object" || raw === null) return {};
  return Object.fromEntries(
    Object.entries<z.ZodType>(schema.shape).flatMap(([name, field]) => {
      const parsed = field.safeParse((raw as Record<string, unknown>)[name]);
      return parsed.success && parsed.data !== undefined ? [[name, parsed.data]] : [];
    }),
  );
}

function foundBy(check: () => void): FieldError[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!isAppError(error) || !error.fields) throw error;
    return error.fields;
  }
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
