import type { z } from "zod";
import { toE164 } from "../contact/phone.ts";
import { toWebsite } from "../contact/website.ts";
import { checkNewPassword } from "../identity/passwords.ts";
import { shortestPassword } from "../identity/set-password.ts";
import { AppError, type FieldError, fieldError, isAppError } from "../kernel/errors.ts";
import { loginDomainProblem } from "../tenancy/login-domain.ts";
import type { createInput } from "./schemas.ts";

type Contact = Pick<
  z.output<typeof createInput>,
  "phone" | "phoneCountry" | "contactPhone" | "contactPhoneCountry" | "country" | "website"
>;

/** A new reseller's contact as it is stored. It has been checked. */
export function storedContact(input: Contact) {
  return {
    phone: toE164("/phone", input.phone, input.phoneCountry ?? input.country),
    contactPhone: toE164("/contactPhone", input.contactPhone, input.contactPhoneCountry ?? input.country),
    website: storedWebsite(input),
  };
}

/** The same of a change, which leaves out what stays. Numbers are read in `country` where they name none. */
export function changedContact(input: Partial<Contact>, country: string | undefined) {
  const { phone, contactPhone } = input;
  return {
    phone: phone && toE164("/phone", phone, input.phoneCountry ?? country),
    contactPhone: contactPhone && toE164("/contactPhone", contactPhone, input.contactPhoneCountry ?? country),
    website: storedWebsite(input),
  };
}

/** Left out means unchanged, empty means none. */
function storedWebsite({ website }: Pick<Contact, "website">): string | null | undefined {
  return website ? toWebsite("/website", website) : website === "" ? null : undefined;
}

/** Throws `invalid_input` with every wrong field of a reseller's contact, not only the first. */
export function checkContact(input: Partial<Contact>): void {
  runAll(contactChecks(input));
}

/** The same for a new reseller, whose login domain and password are judged with the rest. */
export function checkNewReseller(input: Partial<z.output<typeof createInput>>): void {
  const { loginDomain, firstSignIn, password, confirm, email, name } = input;
  runAll([
    ...contactChecks(input),
    () => {
      const problem = loginDomain === undefined ? undefined : loginDomainProblem(loginDomain);
      if (problem) throw fieldError("/loginDomain", problem);
    },
    () => {
      if (firstSignIn !== "password") return;
      if (!password) throw fieldError("/password", "required");
      const context = [email, name, loginDomain].filter((word) => word !== undefined);
      checkNewPassword("/password", password, shortestPassword("reseller"), context);
    },
    () => {
      const differ = firstSignIn === "password" && password && password !== confirm;
      if (differ) throw fieldError("/confirm", "passwords_differ");
    },
  ]);
}

type Check = () => unknown;

function contactChecks({ website, ...input }: Partial<Contact>): Check[] {
  const phone = (pointer: string, text: string | undefined, country: string | undefined) => () => {
    // Without its country a national number can be neither right nor wrong.
    if (text !== undefined && (country || text.startsWith("+"))) toE164(pointer, text, country);
  };
  return [
    phone("/phone", input.phone, input.phoneCountry ?? input.country),
    phone("/contactPhone", input.contactPhone, input.contactPhoneCountry ?? input.country),
    () => website && toWebsite("/website", website),
  ];
}

/** Runs every check, and throws one error with all the fields they found wrong. */
function runAll(checks: Check[]): void {
  const fields = checks.flatMap((check): FieldError[] => {
    try {
      check();
      return [];
    } catch (error) {
      if (!isAppError(error) || !error.fields) throw error;
      return error.fields;
    }
  });
  if (fields.length > 0) throw new AppError("invalid_input", { fields });
}
