import { useContext, useEffect, useRef } from "react";
import { Nonce } from "../../request/nonce.ts";
import { BrandMark } from "../../ui/brand-mark.tsx";
import { Meter } from "../../ui/meter.tsx";
import { useWords } from "../../words/use-words.tsx";

interface BrandPreviewProps {
  name: string;
  colour: string;
  /** Draws it in the stored colour until a script follows the field; the server made it (brandCss). */
  css: string;
}

/** What the colour does to buttons, links and meters, light and dark. It follows the field as it is typed. */
export function BrandPreview({ name, colour, css }: BrandPreviewProps) {
  const { t } = useWords("branding");
  const nonce = useContext(Nonce);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let current = true;
    // The colour arithmetic is fetched with the first preview, not with the page.
    import("@tenantry/core/branding/css").then(({ brandProperties }) => {
      if (!current || !/^#[0-9a-f]{6}$/i.test(colour)) return;
      for (const [property, value] of brandProperties(colour))
        box.current?.style.setProperty(property, value);
    });
    return () => {
      current = false;
    };
  }, [colour]);
  return (
    <div className="preview" ref={box} aria-hidden="true">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: brandCss() writes colours it made itself */}
      <style nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: css }} />
      {(["light", "dark"] as const).map((scheme) => (
        <div key={scheme} className={scheme} data-brand="">
          <BrandMark name={name} large />
          <span className="btn pri">{t("sampleButton")}</span>
          <span className="tab">{t("sampleTab")}</span>
          <span className="link">{t("sampleLink")}</span>
          <Meter used={64} included={100} brand />
        </div>
      ))}
    </div>
  );
}
