import { completePayout } from "@tenantry/core/payouts/complete";
import type { Route } from "./+types/complete";
import { askedPayout, movePayout } from "./move.server.ts";
import { MoveDialog } from "./move-dialog.tsx";

export function loader(args: Route.LoaderArgs) {
  return askedPayout(args, "payout.complete");
}

export function action(args: Route.ActionArgs) {
  return movePayout(args, completePayout);
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <MoveDialog move="complete" payout={loaderData} state={actionData?.state} />;
}
