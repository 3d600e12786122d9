-- The form check of initiatives with its calendar; withdrawal, merger and annulment.
create type initiative_step_kind as enum
  ('accepted', 'returned', 'mended', 'form_refused', 'withdrawn', 'merged', 'absorbed', 'annulled');
create type form_refusal_ground as enum ('not_new', 'not_applied', 'excluded_by_law', 'incomplete');
create type annulment_state as enum ('proposed', 'confirmed', 'declined');
create type initiative_deadline as enum ('form_check', 'correction', 'decision');
create type reminder_stage as enum ('soon', 'overdue');

alter table initiative
  add column revision integer not null default 1,
  add column mended_at timestamptz(3),
  add column mended_late boolean not null default false,
  add column returned_at timestamptz(3),
  add column accepted_at timestamptz(3),
  add column merged_into_id uuid references initiative (id) on delete restrict on update cascade,
  add constraint initiative_revision check (revision >= 1),
  add constraint initiative_mended check ((revision > 1) = (mended_at is not null)),
  add constraint initiative_returned check (state <> 'returned' or returned_at is not null),
  add constraint initiative_merged
    check ((state = 'merged') = (merged_into_id is not null) and merged_into_id <> id);
create index initiative_merged_into_id_idx on initiative (merged_into_id);

create table initiative_step (
  id uuid not null default gen_random_uuid() primary key,
  seq bigserial not null,
  initiative_id uuid not null references initiative (id) on delete restrict on update cascade,
  kind initiative_step_kind not null,
  revision integer not null,
  by_id uuid not null references person (id) on delete restrict on update cascade,
  at timestamptz(3) not null default app_now(),
  reason text,
  ground form_refusal_ground,
  other_id uuid references initiative (id) on delete restrict on update cascade,
  late boolean not null default false,
  replaced jsonb,
  changed text[] default array[]::text[],
  constraint initiative_step_reason check (
    case when kind in ('returned', 'form_refused', 'annulled') then coalesce(btrim(reason), '') <> ''
      else reason is null or btrim(reason) <> '' end),
  constraint initiative_step_ground check ((kind = 'form_refused') = (ground is not null)),
  constraint initiative_step_other check ((kind in ('merged', 'absorbed')) = (other_id is not null)),
  constraint initiative_step_mended check ((kind = 'mended') = (replaced is not null))
);
create index initiative_step_initiative_id_idx on initiative_step (initiative_id);
-- Each revision is accepted, returned, mended … once.
create unique index initiative_step_once on initiative_step (initiative_id, kind, revision)
  where kind <> 'absorbed';
create function initiative_step_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'steps of an initiative are never changed or deleted'
    using errcode = 'insufficient_privilege';
end
$$;
create trigger initiative_step_append_only before update or delete on initiative_step
  for each row execute function initiative_step_is_append_only();

create table initiative_mending (
  initiative_id uuid not null references initiative (id) on delete restrict on update cascade,
  person_id uuid not null references person (id) on delete restrict on update cascade,
  revision integer not null,
  content jsonb not null,
  updated_at timestamptz(3) not null default app_now(),
  primary key (initiative_id, person_id)
);

create table initiative_annulment (
  id uuid not null default gen_random_uuid() primary key,
  initiative_id uuid not null references initiative (id) on delete restrict on update cascade,
  state annulment_state not null default 'proposed',
  reason text not null,
  proposed_by_id uuid not null references person (id) on delete restrict on update cascade,
  proposed_at timestamptz(3) not null default app_now(),
  settled_by_id uuid references person (id) on delete restrict on update cascade,
  settled_at timestamptz(3),
  decline_reason text,
  constraint initiative_annulment_reason check (btrim(reason) <> ''),
  constraint initiative_annulment_by_two check (settled_by_id is distinct from proposed_by_id),
  constraint initiative_annulment_settled check (
    (state <> 'proposed') = (settled_by_id is not null) and (state <> 'proposed') = (settled_at is not null)),
  constraint initiative_annulment_declined
    check ((state = 'declined') = (coalesce(btrim(decline_reason), '') <> ''))
);
create index initiative_annulment_initiative_id_idx on initiative_annulment (initiative_id);
-- One that waits, one that was carried out.
create unique index initiative_annulment_one on initiative_annulment (initiative_id)
  where state <> 'declined';

create table initiative_reminder (
  initiative_id uuid not null references initiative (id) on delete restrict on update cascade,
  deadline initiative_deadline not null,
  due_on date not null,
  stage reminder_stage not null,
  reminded_at timestamptz(3) not null default app_now(),
  primary key (initiative_id, deadline, due_on, stage)
);
create table initiative_reminder_day (
  day date not null primary key,
  taken_at timestamptz(3) not null default app_now()
);

-- What a council has taken up was accepted in effect, from its filing on.
update initiative set state = 'accepted'
where state = 'received' and exists (select from agenda_item where initiative_id = initiative.id);
update initiative set accepted_at = filed_at
where state in ('accepted', 'voting', 'passed', 'not_passed', 'recognised', 'refused');
