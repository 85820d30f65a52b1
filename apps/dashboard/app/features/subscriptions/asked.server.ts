import { type AppError, isAppError } from "@tenantry/core/kernel/errors";
import { fieldSentence } from "@tenantry/core/words/index";
import { sentenceOf } from "../../request/verbs.server.ts";
import type { FormState } from "../../ui/form.tsx";

/** What a look ahead answers, or why it cannot: said in the form that asked, which keeps what was chosen. */
export async function lookAhead<T>(
  values: Record<string, string>,
  work: () => Promise<T>,
): Promise<{ preview?: T; state: FormState }> {
  try {
    return { preview: await work(), state: { values } };
  } catch (error) {
    if (!isAppError(error) || error.code === "not_found" || error.code === "internal") throw error;
    return { state: { values, ...told(error) } };
  }
}

function told(error: AppError): FormState {
  if (!error.fields) return { formError: sentenceOf(error) };
  const errors = error.fields.map((field) => {
    const name = field.pointer.split("/")[1] ?? "";
    return [name === "planId" ? "offer" : name, fieldSentence(field)] as const;
  });
  return { errors: Object.fromEntries(errors) };
}

/** A whole number as typed; what is none goes to the verb as it is, whose schema names the field. */
export function countOf(typed: string | null, otherwise: number): number {
  const text = typed?.trim() ?? "";
  if (text === "") return otherwise;
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}
