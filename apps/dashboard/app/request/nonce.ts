import { createContext } from "react";

/** The page's nonce: what it draws inline is let in by it, on the server and in the browser alike. */
export const Nonce = createContext<string | undefined>(undefined);
