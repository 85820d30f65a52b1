import { reservedNames } from "./reserved-names.ts";

/** Why a login domain cannot be had, by its form alone; undefined when its form is fine. */
export function loginDomainProblem(
  name: string,
): "required" | "login_domain_letters" | "login_domain_length" | "login_domain_reserved" | undefined {
  if (name === "") return "required";
  if (!/^[a-z]+$/.test(name)) return "login_domain_letters";
  if (name.length < 3 || name.length > 63) return "login_domain_length";
  if (reservedNames.has(name)) return "login_domain_reserved";
  return undefined;
}
