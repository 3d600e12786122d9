-- Kiện toàn: a council's later compositions, each by its decision; its first came with the decision that set it up.
create table council_composition (
  id uuid not null default gen_random_uuid() primary key,
  council_id uuid not null references council (id) on delete restrict on update cascade,
  decision_number text not null,
  decided_on date not null,
  from_date date not null,
  recorded_by_id uuid not null references person (id) on delete restrict on update cascade,
  recorded_at timestamptz(3) not null default app_now(),
  constraint council_composition_decision check (btrim(decision_number) <> ''),
  constraint council_composition_days check (from_date >= decided_on),
  unique (council_id, from_date)
);

alter table council_member
  add column composition_id uuid references council_composition (id) on delete restrict on update cascade;
create index council_member_composition_id_idx on council_member (composition_id);

create function check_council_terms() returns trigger language plpgsql as $$
begin
  -- Two that write at once wait for each other here, and the second sees what the first wrote.
  perform from council where id = new.council_id for no key update;
  if exists (
    select from council_member other
    where other.council_id = new.council_id and other.id <> new.id
      and (other.person_id = new.person_id or (other.office = 'chair' and new.office = 'chair'))
      and daterange(other.from_date, other.to_date, '[]') && daterange(new.from_date, new.to_date, '[]')
  ) then
    raise exception 'terms of one person, or of two chairs, overlap in council %', new.council_id
      using errcode = 'exclusion_violation', constraint = 'council_member_terms';
  end if;
  return null;
end $$;
create trigger council_member_terms after insert or update on council_member
  for each row execute function check_council_terms();

-- Who may stand in for a member, within the member's term.
create table council_substitute (
  id uuid not null default gen_random_uuid() primary key,
  member_id uuid not null references council_member (id) on delete restrict on update cascade,
  person_id uuid not null references person (id) on delete restrict on update cascade,
  decision_number text not null,
  decided_on date not null,
  from_date date not null,
  to_date date,
  recorded_by_id uuid not null references person (id) on delete restrict on update cascade,
  recorded_at timestamptz(3) not null default app_now(),
  constraint council_substitute_decision check (btrim(decision_number) <> ''),
  constraint council_substitute_dates check (to_date >= from_date)
);
create index council_substitute_member_id_idx on council_substitute (member_id);
create index council_substitute_person_id_idx on council_substitute (person_id);

create function check_council_substitutes() returns trigger language plpgsql as $$
begin
  perform from council_member where id = new.member_id for no key update;
  if exists (
    select from council_substitute other
    where other.member_id = new.member_id and other.id <> new.id
      and daterange(other.from_date, other.to_date, '[]') && daterange(new.from_date, new.to_date, '[]')
  ) then
    raise exception 'member % has two substitutes at a time', new.member_id
      using errcode = 'exclusion_violation', constraint = 'council_substitute_one';
  end if;
  return null;
end $$;
create trigger council_substitute_one after insert or update on council_substitute
  for each row execute function check_council_substitutes();

-- What the secretaries were told of; a row goes when its problem does, so that the next one is told anew.
create table council_problem_told (
  unit_id uuid not null references unit (id) on delete restrict on update cascade,
  council_kind council_kind not null,
  problem text not null,
  since date not null,
  told_on date not null,
  primary key (unit_id, council_kind, problem)
);
create table council_reminder_day (
  day date not null primary key,
  taken_at timestamptz(3) not null default app_now()
);
