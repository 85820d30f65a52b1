import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { Nonce } from "./request/nonce.ts";
import { knowPagelessRoutes } from "./request/pageless-routes.ts";

knowPagelessRoutes(window);

// The policy of the first page holds as long as the document lives, so what is drawn later carries its nonce too.
const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <Nonce value={nonce}>
        <HydratedRouter />
      </Nonce>
    </StrictMode>,
  );
});
