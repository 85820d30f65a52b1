import { useWords } from "../../words/use-words.tsx";
import { BrandEditor, type BrandEditorProps } from "../branding/brand-editor.tsx";
import { SettingsFrame, type SettingsPage } from "./settings-frame.tsx";

export interface BrandSettingsProps {
  open: readonly SettingsPage[];
  brand: BrandEditorProps;
}

export function BrandSettings({ open, brand }: BrandSettingsProps) {
  const { t } = useWords("branding");
  return (
    <SettingsFrame page="brand" open={open}>
      <div className="narrow">
        <p className="help gap-bottom">{t("about")}</p>
        <BrandEditor {...brand} />
      </div>
    </SettingsFrame>
  );
}
