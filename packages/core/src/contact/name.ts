import { z } from "zod";

/** Signs that turn the direction of the text after them, also of other people's words on the same line (Unicode bidi). */
const directionSigns = /[\u202a-\u202e\u2066-\u2069]/;

/** What leaves nothing to be seen or pressed: blanks, signs that only steer, and letters drawn as nothing (Unicode). */
const unseen = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** A name people read on pages and in mails, at most `longest` characters. */
export function nameUpTo(longest: number) {
  return z
    .string({ error: "required" })
    .trim()
    .min(1, "required")
    .max(longest, "too_long")
    .refine((text) => !directionSigns.test(text), "direction_signs")
    .refine((text) => text === "" || text.replace(unseen, "") !== "", "name_unseen");
}
