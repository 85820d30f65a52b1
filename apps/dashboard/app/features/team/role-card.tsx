import "../../words/team.ts";
import type { Role } from "@tenantry/core/roles";
import { SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PostForm } from "../../ui/form.tsx";
import { Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { PersonRow } from "./types.ts";

/** Posts `intent=role`. */
export function RoleCard({ person, roles }: { person: PersonRow; roles: readonly Role[] }) {
  const { t } = useWords(["team", "common"]);
  return (
    <Card title={t("person.role")}>
      <PostForm id="role" className="pad" state={{ values: { role: person.role } }}>
        <input type="hidden" name="intent" value="role" />
        <input type="hidden" name="person" value={person.name || person.email} />
        <Select
          name="role"
          label={t("person.role")}
          labelHidden
          hint={t("person.roleAbout")}
          choices={roles.map((role) => ({ value: role, label: t(`common:role.${role}`) }))}
        />
        <SubmitButton>{t("person.roleSave")}</SubmitButton>
      </PostForm>
    </Card>
  );
}
