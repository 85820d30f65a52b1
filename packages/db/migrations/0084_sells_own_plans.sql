-- Whether an account sells under plans of its own decides which pages it has: known from the start of a request.
do $do$
declare
  body text;
  after text;
begin
  select pg_get_functiondef(p.oid) into strict body
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = 'app' and p.proname = 'open_request';
  after := replace(body, '''accountId'', c.id, ''kind'', c.kind,',
    '''accountId'', c.id, ''kind'', c.kind, ''sellsOwnPlans'', c.kind = ''reseller'' and exists (select from resellers own
      where own.agency_id = h.agency_id and own.id = c.id and own.type = ''own_plans''),');
  if after = body then
    raise exception 'app.open_request is not as this migration expects it';
  end if;
  execute after;
end
$do$;
