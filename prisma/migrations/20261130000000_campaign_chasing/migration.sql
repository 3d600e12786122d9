-- Đôn đốc, kiểm tra: who is late in a campaign and was urged, and what its checks found.
create type figures_rhythm as enum ('none', 'week', 'month');
create type chased_matter as enum ('pledge', 'figures', 'mending');
create type mending_outcome as enum ('accepted', 'returned');

alter table campaign
  add pledge_by date,
  add figures_every figures_rhythm not null default 'none',
  add escalate_days integer not null default 3,
  add constraint campaign_escalate_days check (escalate_days between 1 and 60),
  -- The first step of a draft's form may move its days away from what the third said.
  add constraint campaign_pledge_by check (state = 'draft' or pledge_by between starts_on and ends_on);

-- Figures are due of days after an indicator was set.
alter table campaign_indicator add created_at timestamptz(3) not null default app_now();

-- A check may be moved or struck, and two may fall on one day.
drop index campaign_check_campaign_id_planned_on_key;
alter table campaign_check
  add first_planned_on date,
  add moved_reason text,
  add struck_at timestamptz(3),
  add struck_by_id uuid references person on delete restrict on update cascade,
  add struck_reason text,
  add constraint campaign_check_moved check (
    num_nulls(first_planned_on, moved_reason) in (0, 2) and btrim(moved_reason) <> ''),
  add constraint campaign_check_struck check (
    num_nulls(struck_at, struck_by_id, struck_reason) in (0, 3) and btrim(struck_reason) <> '');
create index campaign_check_campaign_id_idx on campaign_check (campaign_id);
create index campaign_check_planned_on_idx on campaign_check (planned_on);
create index campaign_check_struck_by_id_idx on campaign_check (struck_by_id);

-- Who checks, with the days of which they were told.
create table campaign_checker (
  check_id uuid not null references campaign_check on delete restrict on update cascade,
  person_id uuid not null references person on delete restrict on update cascade,
  told_before date,
  told_day date,
  primary key (check_id, person_id)
);
create index campaign_checker_person_id_idx on campaign_checker (person_id);

-- A unit that is checked, and what was found there.
create table campaign_check_unit (
  id uuid primary key default gen_random_uuid(),
  check_id uuid not null references campaign_check on delete restrict on update cascade,
  unit_id uuid not null references unit on delete restrict on update cascade,
  recorded_at timestamptz(3),
  recorded_by_id uuid references person on delete restrict on update cascade,
  good text,
  wrong text,
  mend text,
  mend_by date,
  revision integer not null default 0,
  constraint campaign_check_unit_recorded check (
    num_nulls(recorded_at, recorded_by_id) in (0, 2)
    and (recorded_at is null) = (revision = 0)
    and (recorded_at is null) = (num_nonnulls(good, wrong) = 0)),
  constraint campaign_check_unit_mend check (
    (mend is null) = (mend_by is null) and (mend is null or recorded_at is not null)),
  constraint campaign_check_unit_words check (
    btrim(good) <> '' and btrim(wrong) <> '' and btrim(mend) <> '')
);
create unique index campaign_check_unit_check_id_unit_id_key on campaign_check_unit (check_id, unit_id);
create index campaign_check_unit_unit_id_idx on campaign_check_unit (unit_id);
create index campaign_check_unit_recorded_by_id_idx on campaign_check_unit (recorded_by_id);

-- What a unit says that it mended; accepted or returned once, with a reason where it is returned.
create table campaign_mending (
  id uuid primary key default gen_random_uuid(),
  check_unit_id uuid not null references campaign_check_unit on delete restrict on update cascade,
  number integer not null,
  done text not null,
  words text,
  told_by_id uuid not null references person on delete restrict on update cascade,
  told_at timestamptz(3) not null default app_now(),
  outcome mending_outcome,
  settled_by_id uuid references person on delete restrict on update cascade,
  settled_at timestamptz(3),
  reason text,
  constraint campaign_mending_words check (btrim(done) <> '' and btrim(words) <> ''),
  constraint campaign_mending_settled check (num_nulls(outcome, settled_by_id, settled_at) in (0, 3)),
  constraint campaign_mending_reason check (
    coalesce(outcome = 'returned', false) = (reason is not null) and btrim(reason) <> '')
);
create unique index campaign_mending_check_unit_id_number_key on campaign_mending (check_unit_id, number);
create unique index campaign_mending_one_open on campaign_mending (check_unit_id) where outcome is null;
create unique index campaign_mending_one_accepted on campaign_mending (check_unit_id) where outcome = 'accepted';
create index campaign_mending_told_by_id_idx on campaign_mending (told_by_id);
create index campaign_mending_settled_by_id_idx on campaign_mending (settled_by_id);
create function keep_campaign_mending() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.outcome is not null
    or (new.id, new.check_unit_id, new.number, new.done, new.words, new.told_by_id, new.told_at)
      is distinct from
      (old.id, old.check_unit_id, old.number, old.done, old.words, old.told_by_id, old.told_at)
  then
    raise exception 'what a unit says that it mended is settled once and never changed'
      using errcode = 'check_violation', constraint = 'campaign_mending_kept';
  end if;
  return new;
end $$;
create trigger campaign_mending_kept before update or delete on campaign_mending
  for each row execute function keep_campaign_mending();

-- What was found stands once the unit has answered; only the day for mending may be another.
create function keep_campaign_findings() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.recorded_at is null then return old; end if;
  elsif (old.recorded_at is null or new.recorded_at is not null) and (
    (new.good, new.wrong, new.mend) is not distinct from (old.good, old.wrong, old.mend)
    or not exists (select from campaign_mending where check_unit_id = old.id)) then
    return new;
  end if;
  raise exception 'findings of a check are kept, and stand once they were answered'
    using errcode = 'check_violation', constraint = 'campaign_findings_kept';
end $$;
create trigger campaign_findings_kept before update or delete on campaign_check_unit
  for each row execute function keep_campaign_findings();

-- A unit was urged about one thing that was due on one day, once; who was told, and whom it was escalated to.
create table campaign_urging (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaign on delete restrict on update cascade,
  unit_id uuid not null references unit on delete restrict on update cascade,
  matter chased_matter not null,
  -- The findings that are to be mended, else the campaign.
  subject_id uuid not null,
  period date not null,
  since date not null,
  urged_at timestamptz(3) not null default app_now(),
  told_ids uuid[],
  escalated_at timestamptz(3),
  escalated_to_ids uuid[],
  constraint campaign_urging_since check (since > period or matter = 'figures')
);
create unique index campaign_urging_campaign_id_unit_id_matter_subject_id_perio_key
  on campaign_urging (campaign_id, unit_id, matter, subject_id, period);
create index campaign_urging_unit_id_idx on campaign_urging (unit_id);

-- Urged by hand: a unit once a day.
create table campaign_hand_urging (
  campaign_id uuid not null references campaign on delete restrict on update cascade,
  unit_id uuid not null references unit on delete restrict on update cascade,
  day date not null,
  by_id uuid not null references person on delete restrict on update cascade,
  at timestamptz(3) not null default app_now(),
  primary key (campaign_id, unit_id, day)
);
create index campaign_hand_urging_unit_id_idx on campaign_hand_urging (unit_id);
create index campaign_hand_urging_by_id_idx on campaign_hand_urging (by_id);

-- The days on which those who are late were urged.
create table campaign_urging_day (
  day date primary key,
  taken_at timestamptz(3) not null default app_now()
);
