-- Who comes to a sitting, who sends regrets, who gives a written opinion; and who was there by the roll-call.
create type sitting_answer as enum ('coming', 'regrets', 'written');
create type attendance as enum ('present', 'absent', 'written');

create table sitting_attendance (
  sitting_id uuid not null references sitting on delete restrict on update cascade,
  person_id uuid not null references person on delete restrict on update cascade,
  answer sitting_answer,
  reason text,
  answered_at timestamptz(3),
  -- By the roll-call; null before it.
  attendance attendance,
  called_by_id uuid references person on delete restrict on update cascade,
  called_at timestamptz(3),
  primary key (sitting_id, person_id),
  constraint sitting_attendance_answered check ((answer is null) = (answered_at is null)),
  constraint sitting_attendance_reason check (reason is null or (answer = 'regrets' and btrim(reason) <> '')),
  constraint sitting_attendance_called check (
    num_nulls(attendance, called_by_id, called_at) in (0, 3))
);
create index sitting_attendance_person_id_idx on sitting_attendance (person_id);

-- As it stood at the opening of a ballot; null where the sitting had no roll-call.
alter table roll_entry add column attendance attendance;

-- Conflicts of interest that members declared about items other than initiatives.
create table item_conflict (
  agenda_item_id uuid not null references agenda_item on delete restrict on update cascade,
  person_id uuid not null references person on delete restrict on update cascade,
  declared_at timestamptz(3) not null default app_now(),
  primary key (agenda_item_id, person_id)
);
create index item_conflict_person_id_idx on item_conflict (person_id);
