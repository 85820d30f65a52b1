import { OpenAPIHono, z } from "@hono/zod-openapi";
import { keyScopeOf, policy } from "@tenantry/core/policy";
import { operations } from "./routes/index.ts";
import type { Operation } from "./routes/operation.ts";

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  request_id: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
});

const idempotencyKey = z.string().max(255).optional().meta({
  description: "Sent again within 24 hours with the same body, the request is answered and not done again.",
});

type Document = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

/**
 * Makes the OpenAPI 3.1 documents of one process. What is the same on every host of a kind is built when first asked
 * for and kept; name and origin are the asking host's own and are kept by nobody.
 */
export function describer() {
  const kinds: { tenant?: Document; operator?: Document } = {};
  return (host: { name: string; origin: string; operator: boolean }): Document => {
    const kind = host.operator ? "operator" : "tenant";
    kinds[kind] ??= describe(host.operator);
    const document = kinds[kind];
    return {
      ...document,
      info: { ...document.info, title: `${host.name} API` },
      servers: [{ url: `${host.origin}/api/v1` }],
    };
  };
}

/**
 * Made from the same operations that are served. The operator's operations are left out on tenants' hosts, whose
 * developers can do nothing with them.
 */
function describe(operator: boolean): Document {
  const api = new OpenAPIHono();
  api.openAPIRegistry.registerComponent("securitySchemes", "key", { type: "http", scheme: "bearer" });
  api.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "__Host-session",
  });
  for (const operation of operations) {
    if ((operation.hosts === "operator") === operator) register(api, operation);
  }
  return api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "API",
      version: "1",
      description:
        "Programs send `Authorization: Bearer <key>`; a key is good on its own account's host only. Browsers sign in " +
        "with `POST /session`. Errors are problem+json (RFC 9457). Lists page by signed cursors. A usage event is " +
        "identified by source, eventId and the UTC day of `at`: the same event sent twice counts once. POST and PATCH take " +
        "an `Idempotency-Key`: the first good answer is kept for 24 hours and given again, secrets included, with " +
        "`Idempotency-Replayed: true`; another body under the same key is 422, one still being worked on is 409. Every answer " +
        "says in `RateLimit-Policy` and `RateLimit` how often may be asked and what is left; 429 comes with `Retry-After`.",
    },
  });
}

function register(
  api: OpenAPIHono,
  { id, verb, method, path, summary, example, body, answer, media, status = 200 }: Operation,
): void {
  const shape = fieldsOf(verb.input);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  const params = Object.fromEntries(
    inPath.map((name) => [name, z.string().meta({ example: example[name] })]),
  );
  const rest = Object.fromEntries(Object.entries(shape).filter(([name]) => !inPath.includes(name)));
  const restExample = Object.fromEntries(Object.entries(example).filter(([name]) => !inPath.includes(name)));
  const hasBody =
    (method === "post" || method === "patch") && (body !== undefined || Object.keys(rest).length > 0);
  const inQuery = (method === "get" || method === "delete") && Object.keys(rest).length > 0;
  const scope = keyScopeOf(verb.verb);
  api.openAPIRegistry.registerPath({
    operationId: id,
    tags: [tagOf(path)],
    method,
    path,
    summary,
    description: `Roles: ${policy[verb.verb].people}.${scope ? ` Key scope: ${scope}.` : " Not open to keys."}`,
    security: policy[verb.verb].people.startsWith("anonymous")
      ? []
      : [...(scope ? [{ key: [] }] : []), { session: [] }],
    request: {
      params: z.object(params),
      headers:
        verb.kind === "command" && (method === "post" || method === "patch")
          ? z.object({ "Idempotency-Key": idempotencyKey })
          : undefined,
      query: inQuery ? z.object(withExamples(rest, restExample)) : undefined,
      body: hasBody
        ? {
            required: true,
            content: { "application/json": { schema: body ?? z.object(rest), example: restExample } },
          }
        : undefined,
    },
    responses: {
      [status]: {
        description: "Done",
        content:
          status === 204 ? undefined : { [media ?? "application/json"]: { schema: answer ?? verb.output } },
      },
      default: {
        description: "Refused or failed",
        content: { "application/problem+json": { schema: problem } },
      },
    },
  });
}

/** "/usage/events" -> "Usage"; what stands under /operator/ by its own noun. */
function tagOf(path: string): string {
  const noun = path.replace("/operator/", "/").split("/")[1] ?? "";
  const words = noun.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type Fields = Record<string, z.ZodType>;

function fieldsOf(input: unknown): Fields {
  return input instanceof z.ZodObject ? (input.shape as Fields) : {};
}

function withExamples(fields: Fields, example: Record<string, unknown>): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      name in example ? field.meta({ example: example[name] }) : field,
    ]),
  );
}
