/** @jsxRuntime automatic */
import { Body, Button, Container, Head, Html, Link, Preview, Text } from "@react-email/components";
import { derive } from "../../branding/derive.ts";
import { t } from "../../words/index.ts";
import type { About } from "./about.ts";
import type { MailKind } from "./queue.ts";

export interface MailFacts {
  kind: MailKind;
  /** The tenant's name; no other name stands in a mail. */
  tenant: string;
  color: string;
  supportEmail: string | null;
  recipientName: string;
  /** Undefined where there is nothing to open. */
  url?: string;
  /** End of the link, as people read it. */
  until?: string;
  /** Of a notice: what it is about, and where its reader chooses notices. */
  about?: Pick<About, "words" | "context">;
  choicesUrl?: string;
}

const font = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const text = { fontFamily: font, fontSize: "16px", lineHeight: "24px", color: "#17171a" };
const small = { ...text, fontSize: "13px", lineHeight: "20px", color: "#5d5e66" };

/** One mail in the tenant's brand: name, one paragraph, one button, the address in plain text. */
export function MailTemplate(facts: MailFacts) {
  const { kind, tenant, color, supportEmail, recipientName, url, until, about, choicesUrl } = facts;
  const { solid, onSolid } = derive(color, false);
  const said = { ...about?.words, context: about?.context, name: tenant, until };
  const say = (key: string) => t(`mail:${kind}.${key}`, said);
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
      </Head>
      <Preview>{say("preview")}</Preview>
      <Body style={{ backgroundColor: "#fafafa", margin: 0, padding: "24px 0" }}>
        <Container
          style={{
            backgroundColor: "#ffffff",
            borderTop: `4px solid ${solid}`,
            padding: "32px",
            maxWidth: "520px",
          }}
        >
          <Text style={{ ...text, fontWeight: 600, margin: "0 0 24px" }}>{tenant}</Text>
          <Text style={text}>
            {recipientName ? t("mail:greeting", { name: recipientName }) : t("mail:greeting_nameless")}
          </Text>
          <Text style={text}>{say("body")}</Text>
          {url && <Way to={url} words={say("button")} solid={solid} onSolid={onSolid} />}
          {choicesUrl && (
            <Text style={small}>
              {t("mail:choices")}{" "}
              <Link href={choicesUrl} style={{ ...small, wordBreak: "break-all" }}>
                {choicesUrl}
              </Link>
            </Text>
          )}
          {supportEmail && <Text style={small}>{t("mail:support", { email: supportEmail })}</Text>}
        </Container>
      </Body>
    </Html>
  );
}

/** The button, and its address in plain text for whom it does not work. */
function Way({ to, words, solid, onSolid }: { to: string; words: string; solid: string; onSolid: string }) {
  return (
    <>
      <Button
        href={to}
        style={{
          ...text,
          backgroundColor: solid,
          color: onSolid,
          fontWeight: 500,
          padding: "10px 16px",
          borderRadius: "6px",
        }}
      >
        {words}
      </Button>
      <Text style={{ ...small, marginTop: "24px" }}>
        {t("mail:link_fallback")}
        <br />
        <Link href={to} style={{ ...small, wordBreak: "break-all" }}>
          {to}
        </Link>
      </Text>
    </>
  );
}
