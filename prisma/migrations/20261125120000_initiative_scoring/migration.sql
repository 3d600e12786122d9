-- Members of a council score an initiative by a sheet before it is voted on.
alter type exclusion add value 'head_author';
alter type exclusion add value 'declared';

create table initiative_conflict (
  initiative_id uuid not null references initiative (id) on delete restrict on update cascade,
  person_id uuid not null references person (id) on delete restrict on update cascade,
  declared_by_id uuid not null references person (id) on delete restrict on update cascade,
  declared_at timestamptz(3) not null default app_now(),
  primary key (initiative_id, person_id)
);

create type scoring_state as enum ('open', 'closed', 'cancelled');

create table scoring (
  id uuid primary key default gen_random_uuid(),
  initiative_id uuid not null references initiative (id) on delete restrict on update cascade,
  council_id uuid not null references council (id) on delete restrict on update cascade,
  state scoring_state not null default 'open',
  sheet jsonb not null,
  enough jsonb not null,
  state_invested boolean not null,
  last_day date not null,
  closes_at timestamptz(3) not null,
  opened_by_id uuid not null references person (id) on delete restrict on update cascade,
  opened_at timestamptz(3) not null default app_now(),
  reminded_at timestamptz(3),
  closed_at timestamptz(3),
  closed_by_id uuid references person (id) on delete restrict on update cascade,
  outcome jsonb,
  conclusive boolean,
  constraint scoring_deadline check (closes_at > opened_at),
  constraint scoring_ended check (
    (state = 'open') = (closed_at is null)
    and (state <> 'open' or closed_by_id is null)
    and (state = 'closed') = (outcome is not null)
    and (state = 'closed') = (conclusive is not null))
);
create index scoring_initiative_id_idx on scoring (initiative_id);
create index scoring_state_closes_at_idx on scoring (state, closes_at);
-- One scoring at a time of an initiative, and one whose outcome stands.
create unique index scoring_one
  on scoring ((case when state = 'open' or conclusive then initiative_id end));

create table scoring_criterion (
  scoring_id uuid not null references scoring (id) on delete restrict on update cascade,
  key text not null,
  max integer not null constraint scoring_criterion_max check (max >= 1),
  primary key (scoring_id, key)
);
create unique index scoring_criterion_scoring_id_key_max_key on scoring_criterion (scoring_id, key, max);

create table scorer (
  scoring_id uuid not null references scoring (id) on delete restrict on update cascade,
  person_id uuid not null references person (id) on delete restrict on update cascade,
  office council_office not null,
  excluded exclusion,
  primary key (scoring_id, person_id)
);
create index scorer_person_id_idx on scorer (person_id);

create table scorecard (
  scoring_id uuid not null,
  person_id uuid not null,
  comment text,
  saved_at timestamptz(3) not null default app_now(),
  sent_at timestamptz(3),
  looked_at timestamptz(3),
  primary key (scoring_id, person_id),
  foreign key (scoring_id, person_id) references scorer (scoring_id, person_id)
    on delete restrict on update cascade,
  constraint scorecard_comment check (comment is null or btrim(comment) <> ''),
  -- Nobody sees others' scores before their own are in.
  constraint scorecard_looked_after_sent check (looked_at is null or sent_at is not null)
);

create table scorecard_mark (
  scoring_id uuid not null,
  person_id uuid not null,
  criterion text not null,
  points integer not null,
  max integer not null,
  primary key (scoring_id, person_id, criterion),
  foreign key (scoring_id, person_id) references scorecard (scoring_id, person_id)
    on delete restrict on update cascade,
  foreign key (scoring_id, criterion, max) references scoring_criterion (scoring_id, key, max)
    on delete restrict on update cascade,
  constraint scorecard_mark_points check (points between 0 and max)
);

-- A scorecard is changed only while its scoring is open, never once its member has seen others' scores,
-- and an excluded member has none.
create function scorecard_stays() returns trigger language plpgsql as $$
declare
  changed record;
begin
  if tg_op = 'DELETE' then changed := old; else changed := new; end if;
  if not exists (select from scoring where id = changed.scoring_id and state = 'open') then
    raise exception 'scoring % is not open', changed.scoring_id
      using errcode = 'check_violation', constraint = 'scorecard_open';
  end if;
  if exists (
    select from scorer
    where scoring_id = changed.scoring_id and person_id = changed.person_id and excluded is not null
  ) then
    raise exception 'member is excluded from scoring %', changed.scoring_id
      using errcode = 'check_violation', constraint = 'scorecard_entitled';
  end if;
  -- The trigger comes before "on conflict" too, which then does nothing to a fixed one.
  if not (tg_table_name = 'scorecard' and tg_op = 'INSERT') and exists (
    select from scorecard
    where scoring_id = changed.scoring_id and person_id = changed.person_id and looked_at is not null
  ) then
    raise exception 'scorecard is fixed in scoring %', changed.scoring_id
      using errcode = 'check_violation', constraint = 'scorecard_fixed';
  end if;
  return changed;
end
$$;
create trigger scorecard_stays before insert or update or delete on scorecard
  for each row execute function scorecard_stays();
create trigger scorecard_mark_stays before insert or update or delete on scorecard_mark
  for each row execute function scorecard_stays();

-- What is sent is whole: at the commit it has points for every criterion.
create function scorecard_is_whole() returns trigger language plpgsql as $$
begin
  if exists (
    select from scorecard
    where scoring_id = new.scoring_id and person_id = new.person_id and sent_at is not null
  ) and exists (
    select from scoring_criterion
    where scoring_id = new.scoring_id and not exists (
      select from scorecard_mark
      where scorecard_mark.scoring_id = new.scoring_id and person_id = new.person_id
        and criterion = scoring_criterion.key)
  ) then
    raise exception 'scorecard in scoring % lacks points', new.scoring_id
      using errcode = 'check_violation', constraint = 'scorecard_whole';
  end if;
  return null;
end
$$;
create constraint trigger scorecard_whole after insert or update on scorecard
  deferrable initially deferred for each row execute function scorecard_is_whole();
