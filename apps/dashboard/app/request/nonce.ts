import { createContext } from "react";

/** Set while the server renders; the browser has no need of it, its scripts are already let in. */
export const Nonce = createContext<string | undefined>(undefined);
