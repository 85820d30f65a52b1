import { z } from "zod";
import { code, instant } from "../identity/schemas.ts";

export const secondFactorState = z.object({
  on: z.boolean(),
  since: instant.nullable(),
  /** Recovery codes not used yet. */
  codesLeft: z.number(),
  /** The agency asks its people for it. */
  required: z.boolean(),
});

/** Shown while it is set up: nothing is stored before a code was proven. */
export const enrolment = z.object({
  /** Base32, to type by hand. */
  secret: z.string(),
  /** otpauth: address, for the picture. */
  uri: z.string(),
  /** Sent back with the first code. */
  enrolment: z.string(),
});

export const enableInput = z.strictObject({
  enrolment: z.string({ error: "required" }).max(1_000, "too_long"),
  code,
});

/** The one answer that carries them. */
export const shownCodes = z.object({ recoveryCodes: z.array(z.string()) });

export const requireInput = z.strictObject({ required: z.boolean() });
