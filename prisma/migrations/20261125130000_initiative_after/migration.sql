-- What follows the recognition of an initiative: wider influence, its use for awards, its adoption by other units.

create type influence_state as enum ('proposed', 'sent', 'recognised', 'not_recognised', 'withdrawn');

create table influence_request (
  id uuid not null default gen_random_uuid() primary key,
  initiative_id uuid not null references initiative (id) on delete restrict on update cascade,
  level work_level not null,
  state influence_state not null default 'proposed',
  influence text not null,
  documents text,
  addressee text not null,
  evidence jsonb not null,
  proposed_by_id uuid not null references person (id) on delete restrict on update cascade,
  proposed_at timestamptz(3) not null default app_now(),
  dispatch_number text,
  dispatched_on date,
  sent_by_id uuid references person (id) on delete restrict on update cascade,
  sent_at timestamptz(3),
  answer_number text,
  answered_on date,
  signatory text,
  reason text,
  settled_by_id uuid references person (id) on delete restrict on update cascade,
  settled_at timestamptz(3),

  -- The grassroots recognise by the vote of their council.
  constraint influence_request_level check (level <> 'grassroots'),
  constraint influence_request_written check (btrim(influence) <> '' and btrim(addressee) <> ''),
  constraint influence_request_sent check (
    num_nonnulls(dispatch_number, dispatched_on, sent_by_id, sent_at) in (0, 4)
    and (state not in ('sent', 'recognised', 'not_recognised') or sent_at is not null)
    and (state <> 'proposed' or sent_at is null)),
  constraint influence_request_answered check (
    (state in ('recognised', 'not_recognised')) = (answer_number is not null)
    and (answer_number is null) = (answered_on is null)
    and (state = 'recognised') = (signatory is not null)
    and answered_on >= dispatched_on),
  constraint influence_request_reason check (
    (state in ('not_recognised', 'withdrawn')) = (reason is not null) and btrim(reason) <> ''),
  constraint influence_request_settled check (
    (state in ('proposed', 'sent')) = (settled_at is null)
    and (settled_at is null) = (settled_by_id is null))
);
create index influence_request_initiative_id_idx on influence_request (initiative_id);
-- One that is open or succeeded; those that failed stay beside it.
create unique index influence_request_one on influence_request (initiative_id, level)
  where state in ('proposed', 'sent', 'recognised');

alter table work_use
  add column decision_number text,
  add column recorded_by_id uuid references person (id) on delete restrict on update cascade,
  add column recorded_at timestamptz(3) not null default app_now(),
  add column withdrawn_at timestamptz(3),
  add column withdrawn_by_id uuid references person (id) on delete restrict on update cascade,
  add column withdrawn_reason text,
  add constraint work_use_year check (year between 1990 and 2200),
  add constraint work_use_decision check (btrim(decision_number) <> ''),
  add constraint work_use_withdrawn check (
    num_nonnulls(withdrawn_at, withdrawn_by_id, withdrawn_reason) in (0, 3)
    and btrim(withdrawn_reason) <> '');

create table adoption (
  id uuid not null default gen_random_uuid() primary key,
  initiative_id uuid not null references initiative (id) on delete restrict on update cascade,
  unit_id uuid not null references unit (id) on delete restrict on update cascade,
  since date not null,
  how text not null,
  responsible_id uuid not null references person (id) on delete restrict on update cascade,
  adopted_by_id uuid not null references person (id) on delete restrict on update cascade,
  adopted_at timestamptz(3) not null default app_now(),
  reminded_at timestamptz(3),
  ended_on date,
  end_reason text,
  ended_by_id uuid references person (id) on delete restrict on update cascade,

  constraint adoption_written check (btrim(how) <> ''),
  constraint adoption_ended check (
    num_nonnulls(ended_on, end_reason, ended_by_id) in (0, 3)
    and btrim(end_reason) <> '')
);
create index adoption_initiative_id_idx on adoption (initiative_id);
create index adoption_unit_id_idx on adoption (unit_id);
create index adoption_responsible_id_idx on adoption (responsible_id);
-- A unit applies an initiative once at a time.
create unique index adoption_one on adoption (initiative_id, unit_id) where ended_on is null;

create table effect_report (
  id uuid not null default gen_random_uuid() primary key,
  seq bigserial not null,
  adoption_id uuid not null references adoption (id) on delete restrict on update cascade,
  year integer not null,
  hours bigint not null,
  dong bigint not null,
  note text not null,
  reported_by_id uuid not null references person (id) on delete restrict on update cascade,
  reported_at timestamptz(3) not null default app_now(),

  constraint effect_report_year check (year between 1990 and 2200),
  -- Far above what one unit can save, far below where sums would leave bigint.
  constraint effect_report_sums check (
    hours between 0 and 100000000 and dong between 0 and 100000000000000),
  constraint effect_report_written check (btrim(note) <> '')
);
create unique index effect_report_seq_key on effect_report (seq);
create index effect_report_adoption_id_year_idx on effect_report (adoption_id, year);
create trigger effect_report_append_only before update or delete on effect_report
  for each row execute function history_is_append_only();
