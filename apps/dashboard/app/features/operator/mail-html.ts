import { readMail } from "@tenantry/core/operators/mails";
import { data } from "react-router";
import { operatorOnly } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/mail-html";

/** A mail's HTML for the frame that shows it: under a policy that runs nothing and loads nothing. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = operatorOnly(context, request);
  const { html } = await load(readMail(ctx, params));
  if (!html) throw data(null, { status: 404 });
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; " +
        "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
    },
  });
}
