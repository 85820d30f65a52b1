import { cancelPayout } from "@tenantry/core/payouts/cancel";
import type { Route } from "./+types/cancel";
import { askedPayout, movePayout } from "./move.server.ts";
import { MoveDialog } from "./move-dialog.tsx";

export function loader(args: Route.LoaderArgs) {
  return askedPayout(args, "payout.cancel");
}

export function action(args: Route.ActionArgs) {
  return movePayout(args, (ctx, { id }) => cancelPayout(ctx, { id }));
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <MoveDialog move="cancel" payout={loaderData} state={actionData?.state} />;
}
