import { data, redirect } from "react-router";
import { themeCookie, themes } from "../../request/preferences.ts";
import { safePath } from "../../request/safe-path.ts";
import type { Route } from "./+types/theme";

/** Keeps the theme in a cookie and goes back to where the person was. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const theme = themes.find((each) => each === form.get("theme"));
  if (!theme) throw data(null, { status: 400 });
  return redirect(safePath(form.get("back")), { headers: { "set-cookie": themeCookie(theme) } });
}
