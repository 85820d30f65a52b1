import "../../words/operator.ts";
import { readDemo } from "@tenantry/core/demo/read";
import { removeDemo } from "@tenantry/core/demo/remove";
import { load, redirectSaying } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/remove-demo";
import { demoOnly } from "./demo-only.server.ts";
import { RemoveDemoDialog } from "./remove-demo-dialog.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx } = demoOnly(context);
  return { contents: await load(readDemo(ctx, {})) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = demoOnly(context);
  await load(removeDemo(ctx, {}));
  const fact = wordsFor(request, ctx)("operator:welcome.removed");
  return redirectSaying(ctx, "/welcome", { id: ctx.requestId, fact });
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <RemoveDemoDialog {...loaderData} />;
}
