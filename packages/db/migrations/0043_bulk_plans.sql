-- Many resellers can be put on a plan at once: which, from when, and whether they go on paying what they pay.
alter table bulk_runs
  drop constraint bulk_runs_action_check,
  add constraint bulk_runs_action_check check (action in ('activate', 'deactivate', 'change_plan')),
  add column plan_id uuid,
  add column effective text check (effective in ('now', 'next_period')),
  add column keep_price boolean not null default false,
  add check ((action = 'change_plan') = (plan_id is not null) and (plan_id is null) = (effective is null)),
  add foreign key (agency_id, plan_id) references plans (agency_id, id);
