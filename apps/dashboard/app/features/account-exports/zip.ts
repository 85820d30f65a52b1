import { beginExport } from "@tenantry/core/account-exports/begin";
import { bundleOf } from "@tenantry/core/account-exports/bundle";
import { redirect } from "react-router";
import { signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/zip";

/** The whole account as a file, made while it is read. The log is told first, so that nothing leaves unseen. */
export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  await load(beginExport(ctx, {}));
  const bundle = bundleOf(ctx);
  const body = new ReadableStream<Uint8Array>({
    pull: async (out) => {
      const { done, value } = await bundle.next();
      if (done) return out.close();
      out.enqueue(value);
    },
    cancel: async () => {
      await bundle.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="export.zip"',
    },
  });
}

export function loader() {
  return redirect("/settings/export");
}
