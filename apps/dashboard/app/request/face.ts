import { createContext } from "react";
import type { RootFacts } from "./root-facts.server.ts";

/**
 * The root's facts for pages whose root loader did not run: where a form's action ended the page. On the server only;
 * such pages carry no script.
 */
export const Face = createContext<RootFacts | undefined>(undefined);
