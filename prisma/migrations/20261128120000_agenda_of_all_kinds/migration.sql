-- What a council decides: initiatives, persons and collectives nominated for a title or a commendation, and
-- what else is typed in.
create type agenda_kind as enum ('initiative', 'nomination', 'other');

alter table agenda_item
  add column kind agenda_kind not null default 'initiative',
  add column item_key text not null default 'sang_kien',
  add column person_id uuid references person on delete restrict on update cascade,
  add column unit_id uuid references unit on delete restrict on update cascade,
  add column year integer,
  add column title text,
  alter column initiative_id drop not null;
alter table agenda_item
  add constraint agenda_item_subject check (
    case kind
      when 'initiative' then initiative_id is not null and num_nonnulls(person_id, unit_id, year, title) = 0
      when 'nomination' then num_nonnulls(person_id, unit_id) = 1 and year is not null
        and num_nonnulls(initiative_id, title) = 0
      else title is not null and btrim(title) <> ''
        and num_nonnulls(initiative_id, person_id, unit_id, year) = 0
    end),
  add constraint agenda_item_year check (year between 1990 and 2200);
create unique index agenda_item_sitting_id_person_id_item_key_year_key
  on agenda_item (sitting_id, person_id, item_key, year);
create unique index agenda_item_sitting_id_unit_id_item_key_year_key
  on agenda_item (sitting_id, unit_id, item_key, year);
create index agenda_item_person_id_idx on agenda_item (person_id);
create index agenda_item_unit_id_idx on agenda_item (unit_id);

-- The person whom a nomination is about does not vote on it.
alter type exclusion add value 'subject';

-- One ballot sheet for the many of one title: a ballot for each of them, voted on together.
create table ballot_sheet (
  id uuid primary key default gen_random_uuid(),
  sitting_id uuid not null references sitting on delete restrict on update cascade,
  item_key text not null,
  year integer not null,
  method ballot_method not null,
  opened_by_id uuid not null references person on delete restrict on update cascade,
  opened_at timestamptz(3) not null default app_now(),
  closes_at timestamptz(3) not null,
  -- The form that opened it, so that a repeated submission opens no second one.
  submission_key text not null,
  constraint ballot_sheet_deadline check (closes_at > opened_at)
);
create unique index ballot_sheet_submission_key_key on ballot_sheet (submission_key);
create index ballot_sheet_sitting_id_idx on ballot_sheet (sitting_id);

alter table ballot
  add column sheet_id uuid references ballot_sheet on delete restrict on update cascade;
create index ballot_sheet_id_idx on ballot (sheet_id);

-- What a member has marked on an open sheet and not handed in; of a secret one nothing is kept.
create table sheet_draft (
  sheet_id uuid not null references ballot_sheet on delete restrict on update cascade,
  person_id uuid not null references person on delete restrict on update cascade,
  marks text not null,
  saved_at timestamptz(3) not null default app_now(),
  primary key (sheet_id, person_id),
  constraint sheet_draft_marks check (marks ~ '^[ado-]+$')
);
create function sheet_draft_is_open() returns trigger language plpgsql as $$
begin
  if not exists (select from ballot_sheet where id = new.sheet_id and method = 'open') then
    raise exception 'sheet % is secret: no draft is kept', new.sheet_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger sheet_draft_is_open before insert or update on sheet_draft
  for each row execute function sheet_draft_is_open();
