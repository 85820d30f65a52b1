/** What is typed, by field. */
export type Typed = Record<string, string | undefined>;

/** The form's parts in their order; `first` is the field a part begins with. */
export const steps = [
  { key: "type", first: "type" },
  { key: "company", first: "name" },
  { key: "plan", first: "planId" },
  { key: "signIn", first: "loginDomain" },
] as const;
export type StepKey = (typeof steps)[number]["key"];

const needed: Record<StepKey, string[]> = {
  type: [],
  company: ["name", "email", "phone", "contactName", "contactEmail", "contactPhone"],
  plan: [],
  signIn: ["loginDomain"],
};

const refusedIn: Record<StepKey, string[]> = {
  type: ["type"],
  company: [...needed.company, "phoneCountry", "contactPhoneCountry", "website", "country", "language"],
  plan: ["planId", "uplineId"],
  signIn: ["loginDomain", "firstSignIn", "password", "confirmPassword"],
};

/**
 * Is nothing left to do in this part? `refused` = fields the server refused; what only it can judge counts as done
 * until then. Pure.
 */
export function isComplete(key: StepKey, typed: Typed, refused: readonly string[]): boolean {
  if (refusedIn[key].some((name) => refused.includes(name))) return false;
  const secret = key === "signIn" && typed.firstSignIn === "password" ? ["password", "confirmPassword"] : [];
  return [...needed[key], ...secret].every((name) => typed[name]?.trim());
}
