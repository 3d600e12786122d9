-- Relatives who work in the agency, as a person declared them; who declared whom is read by that person only.
create type kinship as enum ('spouse', 'parent', 'child', 'sibling', 'in_law', 'other');
create table relative_declaration (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete restrict on update cascade,
  relative_id uuid not null references person on delete restrict on update cascade,
  kinship kinship not null,
  declared_at timestamptz(3) not null default app_now(),
  ended_at timestamptz(3),
  constraint relative_declaration_another check (person_id <> relative_id),
  constraint relative_declaration_end check (ended_at >= declared_at)
);
create index relative_declaration_person_id_idx on relative_declaration (person_id);
create index relative_declaration_relative_id_idx on relative_declaration (relative_id);
-- One at a time of the same two by the same person.
create unique index relative_declaration_one
  on relative_declaration ((case when ended_at is null then person_id end), relative_id);

create function keep_relative_declaration() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.ended_at is not null
    or (new.id, new.person_id, new.relative_id, new.kinship, new.declared_at)
      is distinct from (old.id, old.person_id, old.relative_id, old.kinship, old.declared_at)
  then
    raise exception 'a declaration of a relative is ended once and never changed'
      using errcode = 'check_violation', constraint = 'relative_declaration_kept';
  end if;
  return new;
end $$;
create trigger relative_declaration_kept before update or delete on relative_declaration
  for each row execute function keep_relative_declaration();

-- A relative of somebody whom the item is about, and, where the rule says so, the immediate superior.
alter type exclusion add value 'relative';
alter type exclusion add value 'superior';

-- Who stands in for a member at a sitting, until the seat goes back.
alter table sitting_attendance
  add column stands_in_for_id uuid references person on delete restrict on update cascade,
  add column seat_returned_at timestamptz(3),
  add constraint sitting_attendance_another check (stands_in_for_id <> person_id),
  add constraint sitting_attendance_returned check (seat_returned_at is null or stands_in_for_id is not null);
create index sitting_attendance_stands_in_for_id_idx on sitting_attendance (stands_in_for_id);
create unique index sitting_attendance_one_stand_in
  on sitting_attendance (sitting_id, (case when seat_returned_at is null then stands_in_for_id end));

-- Whose seat it is, where a substitute holds it on a frozen roll.
alter table roll_entry
  add column stands_in_for_id uuid references person on delete restrict on update cascade,
  add constraint roll_entry_another check (stands_in_for_id <> person_id),
  -- Not the chair, nor anybody else who runs the council.
  add constraint roll_entry_stand_in_office check (stands_in_for_id is null or office = 'member');
create unique index roll_entry_ballot_id_stands_in_for_id_key on roll_entry (ballot_id, stands_in_for_id);

-- Somebody and the one who stands in for them are never on one roll: a seat has one vote.
create function roll_seats_once() returns trigger language plpgsql as $$
begin
  if exists (
    select from roll_entry
    where ballot_id = new.ballot_id
      and (person_id = new.stands_in_for_id or stands_in_for_id = new.person_id)
  ) then
    raise exception 'a member and who stands in for them are both on the roll of ballot %', new.ballot_id
      using errcode = 'check_violation', constraint = 'roll_entry_seat_once';
  end if;
  return null;
end $$;
create constraint trigger roll_entry_seat_once after insert or update on roll_entry
  deferrable initially immediate for each row execute function roll_seats_once();

-- Who presides over an item, found at the opening: the chair, or in their place a vice chair.
alter table ballot add column presided_by_id uuid references person on delete restrict on update cascade;
