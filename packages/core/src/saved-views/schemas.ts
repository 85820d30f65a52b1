import { z } from "zod";
import { nameUpTo } from "../contact/name.ts";

/** Lists a view can be of. */
export const viewedLists = ["resellers"] as const;

export const savedView = z.object({
  id: z.string(),
  name: z.string(),
  /** The list's query string, without "?" and place: "status=active&sort=name". */
  question: z.string(),
  isShared: z.boolean(),
  /** Made by the caller, who alone can remove it. */
  own: z.boolean(),
});

export const createInput = z.strictObject({
  list: z.enum(viewedLists),
  name: nameUpTo(60),
  question: z
    .string()
    .max(1_000, "too_long")
    .regex(/^[\w=&%.+~*-]*$/, "wrong_format"),
  isShared: z.boolean().default(false),
});
