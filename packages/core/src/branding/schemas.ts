import { z } from "zod";
import { email, id } from "../identity/schemas.ts";

/** A brand colour, "#rrggbb"; any colour will do, readable shades are derived from it (derive.ts). */
export const color = z
  .string({ error: "required" })
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, "color_wrong");

export const brand = z.object({
  accountId: z.string(),
  name: z.string(),
  color: z.string(),
  supportEmail: z.string().nullable(),
});

export const updateInput = z.strictObject({
  accountId: id.optional(),
  color,
  /** Empty takes it away. */
  supportEmail: z.union([z.literal("").transform(() => null), email]).nullable(),
});
