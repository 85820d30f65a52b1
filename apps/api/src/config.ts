import type { Config } from "@tenantry/core/kernel/ctx";
import type { ResendOptions } from "@tenantry/core/platform/mail/transport";
import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);

/** Every variable the processes read, in one place. Parsed once; all problems are told at once, values never. */
const schema = z.object({
  TENANTRY_SECRET: z.string().min(32),
  TENANTRY_BASE: z
    .string()
    .regex(/^[a-z0-9.-]+$/)
    .default("localhost"),
  TENANTRY_SCHEME: z.enum(["http", "https"]).default("http"),
  TENANTRY_LISTEN: z.string().default("127.0.0.1"),
  PORT: port.default(3000),
  TENANTRY_PUBLIC_PORT: port.optional(),
  TENANTRY_DEMO: z.enum(["0", "1"]).default("0"),
  TENANTRY_TRUSTED_PROXIES: z.string().default(""),
  RESEND_API_KEY: z.string().min(1).optional(),
  RESEND_BASE_URL: z.url().optional(),
  STRIPE_BASE_URL: z.url().optional(),
  TENANTRY_MAIL_FROM: z.string().default("mail@localhost.invalid"),
  TENANTRY_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(6_000),
  TENANTRY_EGRESS_ALLOWED: z
    .string()
    .refine(
      (pairs) => listOf(pairs).every((pair) => /^([a-z0-9.-]+|\[[0-9a-f:]+\]):\d+$/.test(pair)),
      "host:port, ...",
    )
    .default(""),
  TENANTRY_LOG: z.enum(["silent", "error", "warn", "info"]).default("warn"),
});

export interface Settings {
  config: Config;
  databaseUrl: string;
  listen: string;
  port: number;
  logLevel: string;
  resend?: ResendOptions;
}

/** Web and worker have a database role each; a process gets the one it runs as. */
const databaseVariable = {
  web: "TENANTRY_WEB_DATABASE_URL",
  worker: "TENANTRY_WORKER_DATABASE_URL",
} as const;

/** Reads the environment of a process. Throws one error that names every variable that is missing or wrong. */
export function readSettings(
  process: keyof typeof databaseVariable,
  environment: NodeJS.ProcessEnv,
): Settings {
  const databaseUrl = environment[databaseVariable[process]];
  const parsed = schema.extend({ databaseUrl: z.url() }).safeParse({ ...environment, databaseUrl });
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) =>
        `${issue.path.join(".").replace("databaseUrl", databaseVariable[process])}: ${issue.message}`,
    );
    throw new Error(`These settings are missing or wrong:\n  ${problems.join("\n  ")}`);
  }
  const env = parsed.data;
  const loopback = env.TENANTRY_LISTEN === "127.0.0.1" || env.TENANTRY_LISTEN === "::1";
  return {
    config: {
      base: env.TENANTRY_BASE,
      scheme: env.TENANTRY_SCHEME,
      publicPort: env.TENANTRY_PUBLIC_PORT,
      secret: env.TENANTRY_SECRET,
      // Demo mode opens the welcome page and keeps mail bodies: never with a mail key, off loopback or
      // behind a proxy.
      demo: env.TENANTRY_DEMO === "1" && !env.RESEND_API_KEY && loopback && !env.TENANTRY_TRUSTED_PROXIES,
      trustedProxies: listOf(env.TENANTRY_TRUSTED_PROXIES),
      requestsPerMinute: env.TENANTRY_REQUESTS_PER_MINUTE,
      egressAllowed: listOf(env.TENANTRY_EGRESS_ALLOWED),
      stripeBaseUrl: env.STRIPE_BASE_URL,
    },
    databaseUrl: env.databaseUrl,
    listen: env.TENANTRY_LISTEN,
    port: env.PORT,
    logLevel: env.TENANTRY_LOG,
    resend: env.RESEND_API_KEY
      ? { key: env.RESEND_API_KEY, from: env.TENANTRY_MAIL_FROM, baseUrl: env.RESEND_BASE_URL }
      : undefined,
  };
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
}
