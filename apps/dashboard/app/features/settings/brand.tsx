import { brandCss } from "@tenantry/core/branding/css";
import { readBrand } from "@tenantry/core/branding/read";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { saveBrand } from "../branding/save.server.ts";
import type { Route } from "./+types/brand";
import { BrandSettings } from "./brand-screen.tsx";
import { openPages } from "./open-pages.server.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, user } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "brand.update");
  const { name, color, supportEmail } = await load(readBrand(ctx, {}));
  return {
    open: openPages(user, ctx.tenant),
    brand: { name, colour: color, supportEmail, previewCss: brandCss(color, ".preview") },
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  const outcome = await saveBrand(ctx, await request.formData());
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("branding:saved");
  return redirectSaying(ctx, "/settings/brand", { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { open, brand } = loaderData;
  return <BrandSettings open={open} brand={{ ...brand, state: actionData?.state }} />;
}
