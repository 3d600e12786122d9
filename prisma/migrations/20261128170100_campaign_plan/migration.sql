-- A campaign's whole plan (Điều 17 Luật Thi đua, khen thưởng 2022), its approval, its announcement, and what
-- becomes of it after that.
create type campaign_submission_outcome as enum ('approved', 'returned', 'recalled');

alter table campaign
  add column measures text,
  add column midterm_on date,
  add column final_review_on date,
  add column prizes integer,
  -- In đồng.
  add column budget bigint,
  add column budget_source text,
  -- Launched before plans had measures, checks, reviews and a budget.
  add column earlier_form boolean not null default false,
  add column updated_at timestamptz(3) not null default app_now(),
  add column to_persons boolean not null default false,
  add column mentions_channel boolean not null default false,
  add column launch_at timestamptz(3),
  add column picture_id text,
  add column picture_alt text,
  add column approved_at timestamptz(3),
  add column approved_by_id uuid references person on delete restrict on update cascade,
  add column withdrawn_at timestamptz(3),
  add column withdrawn_by_id uuid references person on delete restrict on update cascade,
  add column withdrawn_reason text;

-- The form that wrote a draft last: it may go on, another has to have seen what it changes.
alter table campaign rename column submission_key to form_key;
drop index campaign_submission_key_key;

update campaign set earlier_form = true where state <> 'draft';

alter table campaign
  drop constraint campaign_published,
  drop constraint campaign_closed,
  add constraint campaign_published check (
    (state in ('draft', 'submitted', 'approved')) = (code is null)
    and (code is null) = (published_at is null)),
  add constraint campaign_closed check (
    (state in ('closed', 'reviewed', 'archived')) = (closed_at is not null)),
  add constraint campaign_approved check (
    (approved_at is null) = (approved_by_id is null)
    and (earlier_form or (state in ('draft', 'submitted')) = (approved_at is null))),
  add constraint campaign_scheduled check (state <> 'approved' or launch_at is not null),
  add constraint campaign_withdrawn check (
    (state = 'withdrawn') = (withdrawn_at is not null)
    and num_nulls(withdrawn_at, withdrawn_by_id, withdrawn_reason) in (0, 3)
    and btrim(withdrawn_reason) <> ''),
  add constraint campaign_planned check (
    state = 'draft' or earlier_form
    or (num_nulls(measures, rewards, prizes, budget, final_review_on) = 0
      and btrim(measures) <> '' and btrim(rewards) <> ''
      and final_review_on >= ends_on
      and (midterm_on is null or (midterm_on > starts_on and midterm_on < ends_on))
      and (budget = 0 or budget_source is not null))),
  add constraint campaign_sums check (prizes >= 0 and budget >= 0),
  add constraint campaign_picture check (
    (picture_id is null) = (picture_alt is null) and btrim(picture_alt) <> '');
create index campaign_approved_by_id_idx on campaign (approved_by_id);
create index campaign_withdrawn_by_id_idx on campaign (withdrawn_by_id);
create index campaign_author_id_state_idx on campaign (author_id, state);

-- The units addressed, each with all below it; none: the launching unit with all below it.
create table campaign_scope (
  campaign_id uuid not null references campaign on delete restrict on update cascade,
  unit_id uuid not null references unit on delete restrict on update cascade,
  primary key (campaign_id, unit_id)
);
create index campaign_scope_unit_id_idx on campaign_scope (unit_id);

-- Kiểm tra việc thực hiện: the days on which it is planned.
create table campaign_check (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaign on delete restrict on update cascade,
  planned_on date not null
);
create unique index campaign_check_campaign_id_planned_on_key on campaign_check (campaign_id, planned_on);

create function campaign_leaves_draft_whole() returns trigger language plpgsql as $$
begin
  if not exists (select from campaign_check where campaign_id = new.id)
    or not exists (select from campaign_channel where campaign_id = new.id) then
    raise exception 'campaign % has no check planned, or no channel', new.id
      using errcode = 'check_violation', constraint = 'campaign_leaves_draft_whole';
  end if;
  return new;
end $$;
create trigger campaign_leaves_draft_whole before update of state on campaign
  for each row when (old.state = 'draft' and new.state <> 'draft')
  execute function campaign_leaves_draft_whole();

-- A plan before those who may launch it, with the mark of the words that they see.
create table campaign_submission (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaign on delete restrict on update cascade,
  mark text not null,
  submitted_by_id uuid not null references person on delete restrict on update cascade,
  submitted_at timestamptz(3) not null default app_now(),
  outcome campaign_submission_outcome,
  settled_by_id uuid references person on delete restrict on update cascade,
  settled_at timestamptz(3),
  reason text,
  constraint campaign_submission_settled check (num_nulls(outcome, settled_by_id, settled_at) in (0, 3)),
  constraint campaign_submission_reason check (
    coalesce(outcome = 'returned', false) = (reason is not null) and btrim(reason) <> '')
);
create index campaign_submission_campaign_id_idx on campaign_submission (campaign_id);
create index campaign_submission_submitted_by_id_idx on campaign_submission (submitted_by_id);
create index campaign_submission_settled_by_id_idx on campaign_submission (settled_by_id);
create unique index campaign_submission_one_open
  on campaign_submission ((case when outcome is null then campaign_id end));

-- What was changed of a launched campaign, with how it was before.
create table campaign_revision (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaign on delete restrict on update cascade,
  number integer not null,
  note text not null,
  before jsonb not null,
  made_by_id uuid not null references person on delete restrict on update cascade,
  made_at timestamptz(3) not null default app_now(),
  constraint campaign_revision_number check (number >= 1),
  constraint campaign_revision_note check (btrim(note) <> '')
);
create unique index campaign_revision_campaign_id_number_key on campaign_revision (campaign_id, number);
create index campaign_revision_made_by_id_idx on campaign_revision (made_by_id);
create function campaign_revision_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'revisions of a campaign are never changed or deleted'
    using errcode = 'insufficient_privilege';
end $$;
create trigger campaign_revision_append_only before update or delete on campaign_revision
  for each row execute function campaign_revision_is_append_only();
