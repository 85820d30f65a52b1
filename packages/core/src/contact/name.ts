import { z } from "zod";

/** Signs that turn the direction of the text after them, also of other people's words on the same line (Unicode bidi). */
const directionSigns = /[\u202a-\u202e\u2066-\u2069]/;

/** A name people read on pages and in mails, at most `longest` characters. */
export function nameUpTo(longest: number) {
  return z
    .string({ error: "required" })
    .trim()
    .min(1, "required")
    .max(longest, "too_long")
    .refine((text) => !directionSigns.test(text), "direction_signs");
}
