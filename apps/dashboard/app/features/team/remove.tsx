import type { Route } from "./+types/remove";
import { leave, readLeaving } from "./leave.server.ts";
import { LeaveDialog } from "./leave-dialog.tsx";

export function loader(args: Route.LoaderArgs) {
  return readLeaving(args, "remove");
}

export function action(args: Route.ActionArgs) {
  return leave(args, "remove");
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <LeaveDialog {...loaderData} state={actionData?.state} />;
}
