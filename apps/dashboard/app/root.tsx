import interUrl from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import { type ReactNode, useContext } from "react";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useFetcher,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "react-router";
import type { Route } from "./+types/root";
import { aboutOf, Failure, lockedOf, sentOf, statusOf } from "./failure.tsx";
import { Locked } from "./features/identity/locked-screen.tsx";
import { SignedOut } from "./features/identity/signed-out-screen.tsx";
import { StepUp, stepUpOf } from "./features/identity/step-up-screen.tsx";
import { Face } from "./request/face.ts";
import { Nonce } from "./request/nonce.ts";
import { pageContext } from "./request/page.ts";
import { type Theme, themes } from "./request/preferences.ts";
import { rootFacts } from "./request/root-facts.server.ts";
import { stayOnPage } from "./request/stay-on-page.ts";
import { TenantName } from "./ui/page-title.tsx";
import { CurrentTheme, THEME_FETCHER } from "./ui/shell/theme-control.tsx";
import stylesUrl from "./ui/styles/index.css?url";
import { SupportEmail } from "./ui/support-line.tsx";
import { PlaceProvider } from "./words/format.tsx";
import { WordsProvider } from "./words/use-words.tsx";
import { wordsOf } from "./words/words.ts";

/** What a route may say about its page in `handle`. */
export interface PageHandle {
  /** For people who are not signed in: public sizes and the brand rule. */
  public?: boolean;
  /** The page does without any script. */
  plain?: boolean;
}

export const clientMiddleware = [stayOnPage];

export const links: Route.LinksFunction = () => [
  { rel: "preload", href: interUrl, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: stylesUrl },
];

export function loader({ request, context }: Route.LoaderArgs) {
  return rootFacts(context.get(pageContext), request.headers.get("cookie"));
}

/** The facts the root loader brought, or on the server those of the page where it did not run. */
function useFacts() {
  const loaded = useRouteLoaderData<typeof loader>("root");
  const face = useContext(Face);
  return loaded ?? face;
}

/** Also wraps the error page, which may have no loader data at all. */
export function Layout({ children }: { children: ReactNode }) {
  const data = useFacts();
  const nonce = useContext(Nonce);
  const theme = useChosenTheme(data?.theme ?? "system");
  const handles = useMatches().map((match) => match.handle as PageHandle | undefined);
  const words = wordsOf(data?.locale ?? "en");
  const failed = Boolean(useRouteError());
  const isPlain = failed || handles.some((handle) => handle?.plain);
  return (
    <html lang={words.language} dir={words.dir()} data-theme={theme === "system" ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content={theme === "system" ? "light dark" : theme} />
        <Meta />
        <Links />
        <link rel="icon" href={data?.icon ?? "data:,"} />
        {data?.brand && (
          // The browser hides a nonce once it was read, so the two never look equal to hydration.
          // biome-ignore lint/security/noDangerouslySetInnerHtml: brandCss() writes colours it made itself
          <style nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: data.brand }} />
        )}
      </head>
      <body data-public={failed || handles.some((handle) => handle?.public) || undefined}>
        <WordsProvider words={words}>
          <PlaceProvider language="en-GB" zone={data?.zone ?? "UTC"}>
            <TenantName value={data?.tenantName ?? ""}>
              <SupportEmail value={data?.supportEmail}>
                <CurrentTheme value={theme}>{children}</CurrentTheme>
              </SupportEmail>
            </TenantName>
          </PlaceProvider>
        </WordsProvider>
        {!isPlain && <ScrollRestoration nonce={nonce} />}
        {!isPlain && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

/** The theme being saved counts already. */
function useChosenTheme(saved: Theme): Theme {
  const asked = useFetcher({ key: THEME_FETCHER }).formData?.get("theme");
  return themes.find((theme) => theme === asked) ?? saved;
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const data = useFacts();
  const locked = lockedOf(error);
  if (locked) {
    const { why, contactEmail, host, session } = locked;
    const tenant = { name: data?.tenantName ?? "·", host };
    const signOutAction = session ? "/sign-out" : undefined;
    return <Locked tenant={tenant} why={why} contactEmail={contactEmail} signOutAction={signOutAction} />;
  }
  const stepUp = stepUpOf(error);
  if (stepUp) return <StepUp tenant={{ name: data?.tenantName ?? "·" }} facts={stepUp} />;
  const sent = sentOf(error);
  if (sent) return <SignedOut tenant={data?.tenantName} sent={sent} />;
  const told = { status: statusOf(error), about: aboutOf(error) };
  return <Failure {...told} tenant={data?.tenantName} requestId={data?.requestId} />;
}
