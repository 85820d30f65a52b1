import { randomBytes } from "node:crypto";
import { createAgency } from "../agencies/create.ts";
import { acceptInvitation } from "../invitations/accept.ts";
import type { App, Ctx } from "../kernel/ctx.ts";
import { commandLine, contextFor } from "./context.ts";
import { keepProven, personPassword } from "./person.ts";

/** An agency of the suite's own, with its owner signed in. */
export interface Agency {
  id: string;
  slug: string;
  host: string;
  name: string;
  owner: { email: string; session: string };
  /** A fresh context of the owner. */
  ctx(): Promise<Ctx>;
}

export interface NewAgencyOptions {
  name?: string;
  billingZone?: string;
  mode?: "live" | "test";
}

/** Random lower-case letters, for names that must be unique in the installation. */
export function letters(count: number): string {
  return [...randomBytes(count)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");
}

/** Makes an agency as the command line does, and takes up its owner's invitation. */
export async function newAgency(app: App, options: NewAgencyOptions = {}): Promise<Agency> {
  const slug = `t${letters(14)}`;
  const name = options.name ?? `Agency ${slug}`;
  const email = `owner@${slug}.example`;
  const made = await createAgency(commandLine(app), {
    name,
    slug,
    ownerName: "Olga Owner",
    ownerEmail: email,
    ...options,
  });
  const host = `${slug}.${app.config.base}`;
  const token = made.activationLink.split("/").at(-1) ?? "";
  const { token: session } = await acceptInvitation(await contextFor(app, host), {
    token,
    name: "Olga Owner",
    password: personPassword,
    confirm: personPassword,
  });
  await keepProven(app, made.id, session);
  return {
    id: made.id,
    slug,
    host,
    name,
    owner: { email, session },
    ctx: () => contextFor(app, host, session),
  };
}
