import type { Route } from "./+types/disable";
import { leave, readLeaving } from "./leave.server.ts";
import { LeaveDialog } from "./leave-dialog.tsx";

export function loader(args: Route.LoaderArgs) {
  return readLeaving(args, "disable");
}

export function action(args: Route.ActionArgs) {
  return leave(args, "disable");
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <LeaveDialog {...loaderData} state={actionData?.state} />;
}
