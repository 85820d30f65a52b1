import { z } from "zod";

/** What switching an endpoint on or off answers. */
export const switched = z.object({
  id: z.string(),
  url: z.string(),
  state: z.enum(["enabled", "disabled"]),
  changed: z.boolean(),
});
