import { z } from "zod";
import { id } from "../identity/schemas.ts";

/** The rows of a list's page, up to 100. In a query string: separated by commas. */
export const listedIds = z
  .union([z.array(id), z.string().transform((text) => text.split(","))])
  .pipe(z.array(id).min(1).max(100));
