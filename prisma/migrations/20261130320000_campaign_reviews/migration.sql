create type review_kind as enum ('midterm', 'final');

-- Sơ kết, tổng kết: written in steps, finished once by whoever may launch.
create table campaign_review (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaign on delete restrict on update cascade,
  kind review_kind not null,
  results text not null check (results <> ''),
  limits text not null check (limits <> ''),
  lessons text not null check (lessons <> ''),
  held_on date not null,
  revision integer not null default 1,
  written_by_id uuid not null references person on delete restrict on update cascade,
  written_at timestamptz(3) not null default app_now(),
  finished_by_id uuid references person on delete restrict on update cascade,
  finished_at timestamptz(3),
  -- The ranking as it stood then.
  lines jsonb,
  constraint campaign_review_finished check (
    (finished_at is null) = (finished_by_id is null) and (finished_at is null) = (lines is null))
);
create unique index campaign_review_campaign_id_kind_key on campaign_review (campaign_id, kind);
create index campaign_review_written_by_id_idx on campaign_review (written_by_id);
create index campaign_review_finished_by_id_idx on campaign_review (finished_by_id);

-- Đề nghị khen thưởng from the final review, to the secretary as it is finished.
create table campaign_proposal (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaign on delete restrict on update cascade,
  person_id uuid references person on delete restrict on update cascade,
  unit_id uuid references unit on delete restrict on update cascade,
  form proposed_form not null,
  merit text not null check (merit <> ''),
  proposed_by_id uuid not null references person on delete restrict on update cascade,
  proposed_at timestamptz(3) not null default app_now(),
  removed_by_id uuid references person on delete restrict on update cascade,
  removed_at timestamptz(3),
  constraint campaign_proposal_subject check ((person_id is null) <> (unit_id is null)),
  constraint campaign_proposal_removed check ((removed_at is null) = (removed_by_id is null))
);
create unique index campaign_proposal_one on campaign_proposal (campaign_id, coalesce(person_id, unit_id))
  where removed_at is null;
create index campaign_proposal_campaign_id_idx on campaign_proposal (campaign_id);
create index campaign_proposal_person_id_idx on campaign_proposal (person_id);
create index campaign_proposal_unit_id_idx on campaign_proposal (unit_id);
create index campaign_proposal_proposed_by_id_idx on campaign_proposal (proposed_by_id);
create index campaign_proposal_removed_by_id_idx on campaign_proposal (removed_by_id);
