import { redirect } from "react-router";

/** Settings start at one's own profile. */
export function loader() {
  return redirect("/settings/profile");
}
