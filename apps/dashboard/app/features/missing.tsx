import { data } from "react-router";

/** An address that no other route takes. It is a route, because without one the middleware would not run. */
export function loader() {
  throw data(null, { status: 404 });
}

export default function Missing() {
  return null;
}
