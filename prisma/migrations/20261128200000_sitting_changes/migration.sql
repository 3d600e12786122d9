-- Papers that members are to read before a sitting, and a sitting that is called off.
alter table sitting
  add column documents text,
  add column called_off_at timestamptz(3),
  add column called_off_by_id uuid references person on delete restrict on update cascade,
  add column called_off_reason text,
  add constraint sitting_documents check (btrim(documents) <> ''),
  add constraint sitting_called_off check (
    num_nulls(called_off_at, called_off_by_id, called_off_reason) in (0, 3) and btrim(called_off_reason) <> '');

-- Items change their places within one statement.
alter table agenda_item drop constraint if exists agenda_item_sitting_id_ordinal_key;
drop index if exists agenda_item_sitting_id_ordinal_key;
alter table agenda_item add constraint agenda_item_sitting_id_ordinal_key unique (sitting_id, ordinal) deferrable initially deferred;
