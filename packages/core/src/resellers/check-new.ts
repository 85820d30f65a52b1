import type { z } from "zod";
import { toE164 } from "../contact/phone.ts";
import { toWebsite } from "../contact/website.ts";
import { checkNewPassword } from "../identity/passwords.ts";
import { shortestPassword } from "../identity/set-password.ts";
import { AppError, type FieldError, fieldError, isAppError } from "../kernel/errors.ts";
import { loginDomainProblem } from "../tenancy/login-domain.ts";
import type { createInput, updateInput } from "./schemas.ts";

type Contact = Pick<
  z.output<typeof updateInput>,
  "phone" | "phoneCountry" | "contactPhone" | "contactPhoneCountry" | "country" | "website"
>;

/** Contact fields as they are stored. Throws `invalid_input` with every wrong field, not only the first. */
export function checkContact(input: Contact) {
  const [result, errors] = collect({
    phone: () => toE164("/phone", input.phone, input.phoneCountry ?? input.country),
    contactPhone: () =>
      toE164("/contactPhone", input.contactPhone, input.contactPhoneCountry ?? input.country),
    // Left out means unchanged, empty means none.
    website: () =>
      input.website ? toWebsite("/website", input.website) : input.website === "" ? null : undefined,
  });
  if (errors.length > 0) throw new AppError("invalid_input", { fields: errors });
  return result;
}

/** The same for a new reseller, whose login domain and password are judged with the rest. */
export function checkNewReseller(input: z.output<typeof createInput>) {
  const [result, errors] = collect({
    contact: () => checkContact(input),
    loginDomain: () => {
      const problem = loginDomainProblem(input.loginDomain);
      if (problem) throw fieldError("/loginDomain", problem);
    },
    password: () => {
      if (input.firstSignIn !== "password") return;
      if (!input.password) throw fieldError("/password", "required");
      const context = [input.email, input.name, input.loginDomain];
      checkNewPassword("/password", input.password, shortestPassword("reseller"), context);
      if (input.password !== input.confirm) throw fieldError("/confirm", "passwords_differ");
    },
  });
  if (errors.length > 0) throw new AppError("invalid_input", { fields: errors });
  return result.contact;
}

type Checks = Record<string, () => unknown>;

/** Runs every check and gathers what they return and which fields they found wrong. */
function collect<C extends Checks>(checks: C): [{ [K in keyof C]: ReturnType<C[K]> }, FieldError[]] {
  const errors: FieldError[] = [];
  const results = Object.entries(checks).map(([name, check]) => {
    try {
      return [name, check()];
    } catch (error) {
      if (!isAppError(error) || !error.fields) throw error;
      errors.push(...error.fields);
      return [name, undefined];
    }
  });
  return [Object.fromEntries(results), errors];
}
