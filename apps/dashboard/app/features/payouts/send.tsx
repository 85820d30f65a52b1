import { sendPayout } from "@tenantry/core/payouts/send";
import type { Route } from "./+types/send";
import { askedPayout, movePayout } from "./move.server.ts";
import { MoveDialog } from "./move-dialog.tsx";

export function loader(args: Route.LoaderArgs) {
  return askedPayout(args, "payout.send");
}

export function action(args: Route.ActionArgs) {
  return movePayout(args, (ctx, { id }) => sendPayout(ctx, { id }));
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <MoveDialog move="send" payout={loaderData} state={actionData?.state} />;
}
