-- Resellers hear of a change of their plan before its day, and when it is called off.
do $do$
declare
  place text[];
  was text;
begin
  foreach place slice 1 in array array[['mails', 'mails_kind_check'], ['notice_choices', 'notice_choices_kind_check']] loop
    select pg_get_constraintdef(oid) into strict was from pg_constraint where conname = place[2];
    execute format('alter table %I drop constraint %I', place[1], place[2]);
    execute format('alter table %I add constraint %I %s', place[1], place[2],
      replace(was, 'ARRAY[', 'ARRAY[''plan_change''::text, '));
  end loop;
end
$do$;
