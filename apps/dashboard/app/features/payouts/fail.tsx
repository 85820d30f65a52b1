import { failPayout } from "@tenantry/core/payouts/fail";
import type { Route } from "./+types/fail";
import { askedPayout, movePayout } from "./move.server.ts";
import { MoveDialog } from "./move-dialog.tsx";

export function loader(args: Route.LoaderArgs) {
  return askedPayout(args, "payout.fail");
}

export function action(args: Route.ActionArgs) {
  return movePayout(args, failPayout);
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <MoveDialog move="fail" payout={loaderData} state={actionData?.state} />;
}
