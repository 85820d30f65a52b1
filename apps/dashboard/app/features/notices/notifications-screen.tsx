import type { NoticeKind } from "@tenantry/core/notices/kinds";
import { SubmitButton } from "../../ui/button.tsx";
import { PostForm } from "../../ui/form.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/use-words.tsx";
import { SettingsFrame, type SettingsPage } from "../settings/settings-frame.tsx";

interface NotificationsProps {
  open: readonly SettingsPage[];
  notices: { kind: NoticeKind; wanted: boolean }[];
}

/** Posts `notices` once per tick. */
export function Notifications({ open, notices }: NotificationsProps) {
  const { t } = useWords("security");
  return (
    <SettingsFrame page="notifications" open={open}>
      <div className="narrow">
        <PostForm id="notices">
          <Section title={t("notices.legend")} about={t("notices.about")} group>
            <div>
              {notices.map(({ kind, wanted }) => (
                <label key={kind} className="tick">
                  <input className="ck" type="checkbox" name="notices" value={kind} defaultChecked={wanted} />
                  <div>
                    <b>{t(`notices.${kind}`)}</b>
                    <span>{t(`notices.${kind}_about`)}</span>
                  </div>
                </label>
              ))}
              <SubmitButton kind="pri">{t("notices.save")}</SubmitButton>
            </div>
          </Section>
        </PostForm>
      </div>
    </SettingsFrame>
  );
}
