-- What a campaign is measured by, what the units have reached, and how they rank. Amounts and points are hundredths.
create type indicator_direction as enum ('more', 'less');

-- Chỉ tiêu: one that was taken out is kept, for its figures were entered under it.
create table campaign_indicator (
  id uuid primary key default gen_random_uuid(),
  seq bigserial not null,
  campaign_id uuid not null references campaign on delete restrict on update cascade,
  name text not null,
  measure text not null,
  direction indicator_direction not null,
  -- For every unit that has none of its own.
  target bigint,
  weight integer not null,
  removed_at timestamptz(3),
  constraint campaign_indicator_words check (btrim(name) <> '' and btrim(measure) <> ''),
  constraint campaign_indicator_weight check (weight between 1 and 100),
  constraint campaign_indicator_target check (
    target between case when direction = 'more' then 1 else 0 end and 1000000000000000)
);
create unique index campaign_indicator_seq_key on campaign_indicator (seq);
create index campaign_indicator_campaign_id_idx on campaign_indicator (campaign_id);

-- A unit's own target.
create table campaign_target (
  indicator_id uuid not null references campaign_indicator on delete restrict on update cascade,
  unit_id uuid not null references unit on delete restrict on update cascade,
  target bigint not null,
  primary key (indicator_id, unit_id),
  constraint campaign_target_range check (target between 0 and 1000000000000000)
);
create index campaign_target_unit_id_idx on campaign_target (unit_id);

-- Số liệu: what a unit had reached by a day since the beginning. A correction is a later row.
create table campaign_figure (
  id uuid primary key default gen_random_uuid(),
  seq bigserial not null,
  indicator_id uuid not null references campaign_indicator on delete restrict on update cascade,
  unit_id uuid not null references unit on delete restrict on update cascade,
  as_of date not null,
  value bigint not null,
  entered_by_id uuid not null references person on delete restrict on update cascade,
  entered_at timestamptz(3) not null default app_now(),
  constraint campaign_figure_range check (value between 0 and 1000000000000000)
);
create unique index campaign_figure_seq_key on campaign_figure (seq);
create index campaign_figure_indicator_id_unit_id_idx on campaign_figure (indicator_id, unit_id);
create index campaign_figure_unit_id_idx on campaign_figure (unit_id);
create index campaign_figure_entered_by_id_idx on campaign_figure (entered_by_id);
create function campaign_figure_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'figures of a campaign are never changed or deleted'
    using errcode = 'insufficient_privilege';
end $$;
create trigger campaign_figure_append_only before update or delete on campaign_figure
  for each row execute function campaign_figure_is_append_only();

-- Điểm cộng (above nothing) or điểm trừ (below), in hundredths of a point.
create table campaign_adjustment (
  id uuid primary key default gen_random_uuid(),
  seq bigserial not null,
  campaign_id uuid not null references campaign on delete restrict on update cascade,
  unit_id uuid not null references unit on delete restrict on update cascade,
  points integer not null,
  reason text not null,
  made_by_id uuid not null references person on delete restrict on update cascade,
  made_at timestamptz(3) not null default app_now(),
  taken_back_at timestamptz(3),
  taken_back_by_id uuid references person on delete restrict on update cascade,
  taken_back_reason text,
  constraint campaign_adjustment_points check (points <> 0 and points between -10000 and 10000),
  constraint campaign_adjustment_reason check (btrim(reason) <> ''),
  constraint campaign_adjustment_taken_back check (
    num_nulls(taken_back_at, taken_back_by_id, taken_back_reason) in (0, 3)
    and btrim(taken_back_reason) <> '')
);
create unique index campaign_adjustment_seq_key on campaign_adjustment (seq);
create index campaign_adjustment_campaign_id_idx on campaign_adjustment (campaign_id);
create index campaign_adjustment_unit_id_idx on campaign_adjustment (unit_id);
create index campaign_adjustment_made_by_id_idx on campaign_adjustment (made_by_id);
create index campaign_adjustment_taken_back_by_id_idx on campaign_adjustment (taken_back_by_id);
create function keep_campaign_adjustment() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.taken_back_at is not null
    or (new.id, new.seq, new.campaign_id, new.unit_id, new.points, new.reason, new.made_by_id, new.made_at)
      is distinct from
      (old.id, old.seq, old.campaign_id, old.unit_id, old.points, old.reason, old.made_by_id, old.made_at)
  then
    raise exception 'points of a campaign are taken back once and never changed'
      using errcode = 'check_violation', constraint = 'campaign_adjustment_kept';
  end if;
  return new;
end $$;
create trigger campaign_adjustment_kept before update or delete on campaign_adjustment
  for each row execute function keep_campaign_adjustment();

-- The ranking as it was posted on a day; posted again on the same day, it is that day's newest.
create table campaign_ranking (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaign on delete restrict on update cascade,
  day date not null,
  lines jsonb not null,
  posted_by_id uuid not null references person on delete restrict on update cascade,
  posted_at timestamptz(3) not null default app_now()
);
create unique index campaign_ranking_campaign_id_day_key on campaign_ranking (campaign_id, day);
create index campaign_ranking_posted_by_id_idx on campaign_ranking (posted_by_id);
