-- Removing the demo finds the tenant tables by itself, in whatever order their foreign keys allow: a table that comes
-- later is removed with the rest without anybody listing it here. It still touches agencies marked as demo alone, and
-- hosts stay, retired, because no name is issued twice.
create or replace function app.platform_remove_demo(p_cut_short boolean) returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  demo uuid;
  removed integer := 0;
  tbl name;
  waiting name[];
  blocked name[];
begin
  for demo in select agency_id from agencies where is_demo loop
    execute format('set local app.agency_id = %L', demo);
    select array_agg(c.relname order by c.relname) into blocked
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname not in ('agencies', 'hostnames');
    while blocked <> '{}' loop
      waiting := blocked;
      blocked := '{}';
      foreach tbl in array waiting loop
        begin
          execute format('delete from public.%I where agency_id = $1', tbl) using demo;
        exception when foreign_key_violation then
          blocked := blocked || tbl;
        end;
      end loop;
      if blocked = waiting then
        raise exception 'The demo cannot be removed: % refer to each other', waiting;
      end if;
    end loop;
    if p_cut_short then
      delete from hostnames where agency_id = demo;
    else
      update hostnames set state = 'retired' where agency_id = demo;
    end if;
    delete from agencies where agency_id = demo;
    removed := removed + 1;
  end loop;
  return removed;
end
$$;
