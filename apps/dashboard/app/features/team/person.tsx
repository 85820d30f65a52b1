import { readTogether } from "@tenantry/core/kernel/together";
import { readPerson } from "@tenantry/core/team/read";
import { grantableRoles } from "@tenantry/core/team/rules";
import { requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { deviceOf } from "../settings/device.server.ts";
import type { Route } from "./+types/person";
import { changePerson } from "./person-change.server.ts";
import { PersonPage } from "./person-screen.tsx";
import { placeOf, teamOf } from "./place.server.ts";

export async function loader(args: Route.LoaderArgs) {
  const team = teamOf(args);
  requireVerb(team.ctx, "team.read");
  const { userId } = args.params;
  const { accountId } = team;
  const [{ devices, ...person }, place] = await load(
    readTogether(team.ctx, (ask) =>
      Promise.all([ask(readPerson, { accountId, userId }), placeOf(ask, team)]),
    ),
  );
  return {
    place,
    person: { ...person, mayChange: team.mayGrant(person.role) },
    devices: devices.map(({ userAgent, ...row }) => ({
      ...row,
      device: deviceOf(userAgent),
      current: row.id === team.user.sessionId,
    })),
    roles: grantableRoles(team.user, team.account),
  };
}

export async function action(args: Route.ActionArgs) {
  return changePerson(args.request, teamOf(args), args.params.userId);
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const link = actionData && "url" in actionData ? actionData.url : undefined;
  const state = actionData && "state" in actionData ? actionData.state : undefined;
  return <PersonPage {...loaderData} link={link} state={state} />;
}
