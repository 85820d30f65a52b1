import "../../words/team.ts";
import { SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PostForm } from "../../ui/form.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { SessionRow } from "../settings/sessions-screen.tsx";

/** Where somebody is signed in. Posts `intent=end`, with `session=<id>` for one of them. */
export function SessionsCard({ devices, mayEnd }: { devices: SessionRow[]; mayEnd: boolean }) {
  const { t } = useWords(["team", "settings"]);
  const format = useFormat();
  return (
    <Card title={t("person.sessions")} about={format.number(devices.length)}>
      {devices.length === 0 && <p className="pad help">{t("person.noSessions")}</p>}
      <dl className="list">
        {devices.map((one) => (
          <div key={one.id}>
            <dt>
              {one.device ? t("settings:sessions.on", one.device) : t("settings:sessions.unknownDevice")}
              <br />
              <span className="mono small" translate="no">
                {one.ip}
              </span>
            </dt>
            <dd>
              <time dateTime={one.lastSeenAt}>{format.moment(one.lastSeenAt)}</time>
              {one.current ? (
                <span className="badge ok">{t("settings:sessions.this")}</span>
              ) : (
                mayEnd && (
                  <PostForm id={`end-${one.id}`}>
                    <input type="hidden" name="intent" value="end" />
                    <input type="hidden" name="session" value={one.id} />
                    <SubmitButton size="sm">{t("person.end")}</SubmitButton>
                  </PostForm>
                )
              )}
            </dd>
          </div>
        ))}
      </dl>
      {mayEnd && devices.some((one) => !one.current) && !devices.some((one) => one.current) && (
        <PostForm id="end-all" className="foot">
          <input type="hidden" name="intent" value="end" />
          <SubmitButton wide>{t("person.endAll")}</SubmitButton>
        </PostForm>
      )}
    </Card>
  );
}
