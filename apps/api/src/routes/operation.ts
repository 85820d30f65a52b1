import type { Verb } from "@tenantry/core/kernel/verb";
import type { Context } from "hono";
import type { z } from "zod";
import type { Web } from "../http/open.ts";

/** Values for one example call; path parameters by name, the rest as query or body. */
export type Example = Record<string, unknown>;

/** One operation of the API: a verb at an address. Routing, description, isolation tests and the matrix come from it. */
export interface Operation {
  id: string;
  verb: Verb;
  method: "get" | "post" | "patch" | "delete";
  /** Below /api/v1, with parameters in braces. */
  path: string;
  summary: string;
  /** The input of the example the description shows and a test runs. */
  example: Example;
  status?: 200 | 201 | 202 | 204;
  /** The body's schema where the verb's own input does not describe it: one event or a batch. */
  body?: z.ZodType;
  /** Bytes; 256 KiB unless said. */
  bodyLimit?: number;
  /** Which hosts serve it. */
  hosts?: "operator";
  /** What the answer holds where `respond` writes something other than the verb's output. */
  answer?: z.ZodType;
  /** What kind of file the answer is, where it is no JSON. */
  media?: "application/pdf";
  /** Turns the verb's answer into something other than JSON of itself. */
  respond?: (c: Context<Web>, output: never) => Response | Promise<Response>;
}

/** Declares an operation, keeping `respond` in step with the verb's output. */
export function operation<I extends z.ZodType, O extends z.ZodType>(
  declared: Omit<Operation, "verb" | "respond"> & {
    verb: Verb<I, O>;
    respond?: (c: Context<Web>, output: z.output<O>) => Response | Promise<Response>;
  },
): Operation {
  // The list of routes holds verbs of every shape; that `respond` fits its verb was checked by the signature above.
  return declared as unknown as Operation;
}
