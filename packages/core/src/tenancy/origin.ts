import type { Config, Ctx } from "../kernel/ctx.ts";

/** The address people open for a stored host, e.g. "https://acme.partner.example.com". Never made from a request. */
export function originOf(config: Config, host: string): string {
  return `${config.scheme}://${host}${config.publicPort ? `:${config.publicPort}` : ""}`;
}

export function operatorHost(config: Config): string {
  return `operator.${config.base}`;
}

export function agencyHost(config: Config, slug: string): string {
  return `${slug}.${config.base}`;
}

export function loginHost(config: Config, loginDomain: string): string {
  return `${loginDomain}.partner.${config.base}`;
}

/** The address of the host a request came to, from the tenant's stored host. */
export function ownOrigin({ app, tenant }: Pick<Ctx, "app" | "tenant">): string {
  return originOf(app.config, tenant?.host ?? operatorHost(app.config));
}
