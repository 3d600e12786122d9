-- The outcome of a ballot, or of all ballots of a sheet, annulled by two persons. The ballot keeps its outcome
-- and its box as they are; it only counts no more, and another ballot may be opened on the item.
create table ballot_annulment (
  id uuid primary key default gen_random_uuid(),
  ballot_id uuid references ballot on delete restrict on update cascade,
  sheet_id uuid references ballot_sheet on delete restrict on update cascade,
  state annulment_state not null default 'proposed',
  reason text not null,
  proposed_by_id uuid not null references person on delete restrict on update cascade,
  proposed_at timestamptz(3) not null default app_now(),
  settled_by_id uuid references person on delete restrict on update cascade,
  settled_at timestamptz(3),
  decline_reason text,
  constraint ballot_annulment_of check (num_nonnulls(ballot_id, sheet_id) = 1),
  constraint ballot_annulment_reason check (btrim(reason) <> ''),
  constraint ballot_annulment_by_two check (settled_by_id is distinct from proposed_by_id),
  constraint ballot_annulment_settled check (
    (state <> 'proposed') = (settled_by_id is not null) and (state <> 'proposed') = (settled_at is not null)),
  constraint ballot_annulment_declined
    check ((state = 'declined') = (coalesce(btrim(decline_reason), '') <> ''))
);
create index ballot_annulment_ballot_id_idx on ballot_annulment (ballot_id);
create index ballot_annulment_sheet_id_idx on ballot_annulment (sheet_id);
-- One that waits or one that was carried out.
create unique index ballot_annulment_one on ballot_annulment ((coalesce(ballot_id, sheet_id)))
  where state <> 'declined';

alter table ballot
  add column annulment_id uuid references ballot_annulment on delete restrict on update cascade,
  -- Who closed it before its deadline, if somebody did.
  add column ended_by_id uuid references person on delete restrict on update cascade,
  add constraint ballot_annulled_when_closed check (annulment_id is null or state = 'closed');
create index ballot_annulment_id_idx on ballot (annulment_id);
drop index ballot_one_decisive;
create unique index ballot_one_decisive on ballot
  ((case when result in ('passed', 'not_passed') and annulment_id is null then agenda_item_id end));

-- Those who have not voted are reminded once at each stage.
create type ballot_reminder_stage as enum ('half', 'last');
create table ballot_reminder (
  ballot_id uuid not null references ballot on delete restrict on update cascade,
  stage ballot_reminder_stage not null,
  reminded_at timestamptz(3) not null default app_now(),
  primary key (ballot_id, stage)
);
