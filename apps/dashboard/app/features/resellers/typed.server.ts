import { draftFields } from "@tenantry/core/reseller-drafts/schemas";
import type { createReseller } from "@tenantry/core/resellers/create";
import { fieldsOf } from "../../request/verbs.server.ts";

type Input = Parameters<typeof createReseller>[1];

/** What the create form holds, as a draft keeps it: without passwords, empty fields left out. */
export function draftOf(form: FormData): Record<string, string> {
  const given = Object.entries(fieldsOf(form, ...draftFields));
  return Object.fromEntries(given.filter((field): field is [string, string] => field[1] !== undefined));
}

/** The same as `createReseller` takes it. Passwords are of no meaning where a link is sent. */
export function inputOf(form: FormData): Input {
  const fields = draftOf(form);
  const { password, confirmPassword: confirm } = fieldsOf(form, "password", "confirmPassword");
  const secret = fields.firstSignIn === "password" ? { password, confirm } : {};
  return { ...fields, loginDomain: fields.loginDomain ?? "", ...secret } as Input;
}

/** Fields that no answer carries back. */
export const secrets = ["password", "confirmPassword"];
