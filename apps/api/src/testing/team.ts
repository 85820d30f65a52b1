import { letters } from "./fixtures.ts";
import type { World } from "./world.ts";

type By = { host: string; session?: string };
export type Method = "GET" | "POST" | "PATCH" | "DELETE";

interface Person {
  userId: string;
  email: string;
  state: string;
  role: string;
  sessions: number;
  invitation: { state: string } | null;
}

/** Asks of the team as a suite puts them; `world` is read at each ask, as it opens after the suite is declared. */
export function askTeam(world: () => World) {
  const ask = (by: By, method: Method, path: string, body?: object) =>
    world().web.ask(by.host, `/api/v1/team${path}`, { method, session: by.session, body });
  const sql = (text: string, values: unknown[]) => world().web.app.admin.query(text, values);
  const address = () => `${letters()}@example.com`;
  const list = async (by: By, query = "") =>
    (await ask(by, "GET", `?limit=100${query}`)).json().people as Person[];
  return { ask, sql, address, list };
}
