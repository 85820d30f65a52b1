import type pg from "pg";

/** A table, partition, view, materialized view, foreign table or sequence. */
export interface Relation {
  schema: string;
  name: string;
  kind: "table" | "partitioned" | "view" | "matview" | "sequence" | "foreign";
  /** The partitioned table this is a partition of. */
  parent: string | null;
  owner: string;
  rowSecurity: boolean;
  forced: boolean;
  options: string[];
  columns: Column[];
  triggers: string[];
  policies: Policy[];
  keys: Key[];
  foreignKeys: ForeignKey[];
  checks: string[];
  grants: Grant[];
}

export interface Column {
  name: string;
  type: string;
  notNull: boolean;
  generated: boolean;
}

export interface Policy {
  name: string;
  command: "all" | "select" | "insert" | "update" | "delete";
  roles: string[];
  permissive: boolean;
  using: string | null;
  check: string | null;
}

/** A primary key or any other unique index. */
export interface Key {
  name: string;
  primary: boolean;
  columns: (string | null)[];
}

export interface ForeignKey {
  name: string;
  schema: string;
  target: string;
  columns: string[];
  targetColumns: string[];
  onDelete: string;
  onUpdate: string;
}

/** One right of one role; `column` when it is on that column only. */
export interface Grant {
  role: string;
  right: string;
  column: string | null;
  grantable: boolean;
}

export interface Routine {
  schema: string;
  name: string;
  owner: string;
  definer: boolean;
  settings: string[];
  callers: string[];
}

export interface Role {
  name: string;
  login: boolean;
  superuser: boolean;
  bypassesRls: boolean;
  inherits: boolean;
  createsRoles: boolean;
  createsDatabases: boolean;
  /** Roles it may become, as "role" or "role with inherit" or "role with admin". */
  becomes: string[];
}

export interface Space {
  kind: "schema" | "database";
  name: string;
  owner: string;
  grants: Grant[];
}

export interface Catalogue {
  relations: Relation[];
  routines: Routine[];
  roles: Role[];
  spaces: Space[];
}

const acl = (list: string, column: string) => `
  select coalesce(jsonb_agg(jsonb_build_object('role', coalesce(pg_get_userbyid(nullif(x.grantee, 0)), 'PUBLIC'),
    'right', x.privilege_type, 'column', ${column}, 'grantable', x.is_grantable)), '[]')
  from aclexplode(${list}) x`;

const actions = `'{"a":"no action","r":"restrict","c":"cascade","n":"set null","d":"set default"}'::jsonb`;
const namesOf = (table: string, numbers: string) => `
  (select jsonb_agg(a.attname order by k.place) from unnest(${numbers}) with ordinality k(number, place)
   left join pg_attribute a on a.attrelid = ${table} and a.attnum = k.number and k.number > 0)`;

const relationsSql = `
  select n.nspname as schema, c.relname as name,
    '{"r":"table","p":"partitioned","v":"view","m":"matview","S":"sequence","f":"foreign"}'::jsonb ->> c.relkind::text as kind,
    (select i.inhparent::regclass::text from pg_inherits i where i.inhrelid = c.oid) as parent,
    pg_get_userbyid(c.relowner) as owner, c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as forced,
    coalesce(c.reloptions, '{}') as options,
    (select coalesce(jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'notNull', a.attnotnull, 'generated', a.attgenerated <> '') order by a.attnum), '[]')
     from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    array(select t.tgname::text from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers,
    (select coalesce(jsonb_agg(jsonb_build_object('name', p.polname, 'permissive', p.polpermissive,
      'command', '{"*":"all","r":"select","a":"insert","w":"update","d":"delete"}'::jsonb ->> p.polcmd::text,
      'roles', array(select coalesce(pg_get_userbyid(nullif(r, 0)), 'PUBLIC')::text from unnest(p.polroles) r),
      'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid))), '[]')
     from pg_policy p where p.polrelid = c.oid) as policies,
    (select coalesce(jsonb_agg(jsonb_build_object('name', i.indexrelid::regclass::text, 'primary', i.indisprimary,
      'columns', ${namesOf("c.oid", "i.indkey::int2[]")})), '[]')
     from pg_index i where i.indrelid = c.oid and i.indisunique) as keys,
    (select coalesce(jsonb_agg(jsonb_build_object('name', f.conname, 'schema', tn.nspname, 'target', t.relname,
      'columns', ${namesOf("f.conrelid", "f.conkey")}, 'targetColumns', ${namesOf("f.confrelid", "f.confkey")},
      'onDelete', ${actions} ->> f.confdeltype::text, 'onUpdate', ${actions} ->> f.confupdtype::text)), '[]')
     from pg_constraint f join pg_class t on t.oid = f.confrelid join pg_namespace tn on tn.oid = t.relnamespace
     where f.conrelid = c.oid and f.contype = 'f') as "foreignKeys",
    array(select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype = 'c') as checks,
    (${acl("c.relacl", "null")} where x.grantee <> c.relowner) || coalesce((
      select jsonb_agg(g) from pg_attribute a, lateral jsonb_array_elements((${acl("a.attacl", "a.attname")})) g
      where a.attrelid = c.oid and a.attacl is not null), '[]') as grants
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname !~ '^(pg_|information_schema$)'
    and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by 1, 2`;

const routinesSql = `
  select n.nspname as schema, p.proname as name, pg_get_userbyid(p.proowner) as owner, p.prosecdef as definer,
    coalesce(p.proconfig, '{}') as settings,
    array(select distinct coalesce(pg_get_userbyid(nullif(x.grantee, 0)), 'PUBLIC')::text
      from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee <> p.proowner order by 1) as callers
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname !~ '^(pg_|information_schema$)'
    and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  order by 1, 2`;

const rolesSql = `
  select r.rolname as name, r.rolcanlogin as login, r.rolsuper as superuser, r.rolbypassrls as "bypassesRls",
    r.rolinherit as inherits, r.rolcreaterole as "createsRoles", r.rolcreatedb as "createsDatabases",
    array(select m.roleid::regrole::text || case when m.inherit_option then ' with inherit' else '' end
      || case when m.admin_option then ' with admin' else '' end
      from pg_auth_members m where m.member = r.oid order by 1) as becomes
  from pg_roles r where r.rolname like 'tn\\_%' order by 1`;

const spacesSql = `
  select 'schema' as kind, n.nspname as name, pg_get_userbyid(n.nspowner) as owner,
    (${acl("n.nspacl", "null")} where x.grantee <> n.nspowner) as grants
  from pg_namespace n where n.nspname !~ '^(pg_|information_schema$)'
  union all
  select 'database', 'this', pg_get_userbyid(d.datdba),
    (${acl("coalesce(d.datacl, acldefault('d', d.datdba))", "null")} where x.grantee <> d.datdba)
  from pg_database d where d.datname = current_database()
  order by 1, 2`;

/** What the database itself says of everything in it, apart from PostgreSQL's own and what belongs to extensions. */
export async function readCatalogue(admin: pg.ClientBase): Promise<Catalogue> {
  const read = async (sql: string) => (await admin.query(sql)).rows;
  return {
    relations: await read(relationsSql),
    routines: await read(routinesSql),
    roles: await read(rolesSql),
    spaces: await read(spacesSql),
  };
}
