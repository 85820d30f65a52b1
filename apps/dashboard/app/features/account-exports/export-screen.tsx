import "../../words/account-exports.ts";
import type { ContentName } from "@tenantry/core/account-exports/contents";
import { Download } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useWords } from "../../words/use-words.tsx";
import { SettingsFrame, type SettingsPage } from "../settings/settings-frame.tsx";

interface AccountExportProps {
  open: readonly SettingsPage[];
  files: readonly ContentName[];
}

/** Posts to /settings/export.zip, which answers with the file: a plain form, because a script would read it instead of saving it. */
export function AccountExport({ open, files }: AccountExportProps) {
  const { t } = useWords("account-exports");
  return (
    <SettingsFrame page="export" open={open}>
      <div className="narrow">
        <Card title={t("title")}>
          <p className="pad help">{t("about")}</p>
          <dl className="list">
            <div>
              <dt>{t("holds")}</dt>
              <dd>{files.map((name) => t(`file.${name}`)).join(", ")}</dd>
            </div>
          </dl>
          <p className="pad help">{t("whole")}</p>
          <form method="post" action="/settings/export.zip" className="pad row">
            <span className="help">{t("kept")}</span>
            <span className="sp">
              <Button type="submit" kind="pri" icon={Download}>
                {t("download")}
              </Button>
            </span>
          </form>
        </Card>
      </div>
    </SettingsFrame>
  );
}
