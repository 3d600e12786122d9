-- Good people and good deeds, advanced models: reported, agreed to, published, copied by other units.

create type exemplar_kind as enum ('good_deed', 'advanced_model');

create type exemplar_state as enum ('waiting', 'published', 'declined', 'withdrawn');

create type exemplar_source as enum ('colleague', 'citizen', 'leader', 'inspection', 'press', 'other');

create type exemplar_field as enum ('collection', 'benefits', 'health_insurance', 'one_stop', 'communication', 'administration', 'community', 'other');

create type exemplar_consent as enum ('internal', 'public', 'refused');

create type proposed_form as enum ('letter', 'certificate', 'merit');

create type simplified_ground as enum ('outstanding', 'head_discovered', 'political_task');

create type proposal_state as enum ('proposed', 'taken', 'declined');

create table exemplar (
  id uuid not null default gen_random_uuid(),
  number text not null,
  kind exemplar_kind not null,
  state exemplar_state not null default 'waiting',
  reporter_id uuid not null,
  reported_at timestamptz(3) not null default app_now(),
  deed text not null,
  place text not null,
  happened_on date not null,
  ended_on date,
  result text not null,
  method text,
  source exemplar_source not null,
  field exemplar_field not null,
  beneficiaries text not null,
  citizens text,
  headline text,
  text text,
  citizen_consent text,
  edited_by_id uuid,
  edited_at timestamptz(3),
  published_by_id uuid,
  published_at timestamptz(3),
  search_text text,
  closed_by_id uuid,
  closed_at timestamptz(3),
  close_reason text,
  constraint exemplar_pkey primary key (id),
  constraint exemplar_dates check (ended_on is null or (kind = 'advanced_model' and ended_on >= happened_on)),
  constraint exemplar_method check (kind = 'good_deed' or coalesce(btrim(method), '') <> ''),
  constraint exemplar_written check (btrim(deed) <> '' and btrim(place) <> '' and btrim(result) <> ''),
  -- What is in the channels has its words, and who let it out.
  constraint exemplar_published check (state <> 'published'
    or (coalesce(btrim(headline), '') <> '' and coalesce(btrim(text), '') <> ''
      and search_text is not null and num_nulls(published_at, published_by_id) = 0)),
  constraint exemplar_closed check ((state in ('declined', 'withdrawn')) = (closed_at is not null)
    and (closed_at is null) = (close_reason is null))
);
create unique index exemplar_number_key on exemplar(number);
create index exemplar_state_published_at_idx on exemplar(state, published_at);
create index exemplar_reporter_id_idx on exemplar(reporter_id);

create table exemplar_subject (
  id uuid not null default gen_random_uuid(),
  exemplar_id uuid not null,
  ordinal integer not null,
  person_id uuid,
  unit_id uuid not null,
  position text,
  direct_worker boolean,
  consent exemplar_consent,
  answered_at timestamptz(3),
  constraint exemplar_subject_pkey primary key (id),
  constraint exemplar_subject_person check (num_nulls(person_id, position, direct_worker) in (0, 3)),
  constraint exemplar_subject_answer check (num_nulls(consent, answered_at) in (0, 2)),
  constraint exemplar_subject_own_answer check (person_id is not null or consent is null)
);
create index exemplar_subject_person_id_idx on exemplar_subject(person_id);
create index exemplar_subject_unit_id_idx on exemplar_subject(unit_id);
create unique index exemplar_subject_exemplar_id_ordinal_key on exemplar_subject(exemplar_id, ordinal);
create unique index exemplar_subject_exemplar_id_person_id_key on exemplar_subject(exemplar_id, person_id);
-- A collective is named once.
create unique index exemplar_subject_collective on exemplar_subject (exemplar_id, unit_id) where person_id is null;

create table exemplar_endorsement (
  id uuid not null default gen_random_uuid(),
  exemplar_id uuid not null,
  unit_id uuid not null,
  endorsed boolean,
  by_id uuid,
  at timestamptz(3),
  reason text,
  constraint exemplar_endorsement_pkey primary key (id),
  constraint exemplar_endorsement_answer check (num_nulls(endorsed, by_id, at) in (0, 3)),
  constraint exemplar_endorsement_reason check (coalesce(endorsed = false, false) = (coalesce(btrim(reason), '') <> ''))
);
create index exemplar_endorsement_unit_id_idx on exemplar_endorsement(unit_id);
create unique index exemplar_endorsement_exemplar_id_unit_id_key on exemplar_endorsement(exemplar_id, unit_id);

create table exemplar_mention (
  exemplar_id uuid not null,
  reporter_id uuid not null,
  draft_id uuid not null,
  deed text not null,
  result text not null,
  at timestamptz(3) not null default app_now(),
  constraint exemplar_mention_pkey primary key (exemplar_id,reporter_id)
);
create unique index exemplar_mention_draft_id_key on exemplar_mention(draft_id);
create index exemplar_mention_reporter_id_idx on exemplar_mention(reporter_id);

create table exemplar_draft (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  content jsonb not null,
  updated_at timestamptz(3) not null default app_now(),
  constraint exemplar_draft_pkey primary key (id)
);
create index exemplar_draft_person_id_idx on exemplar_draft(person_id);

create table exemplar_channel (
  exemplar_id uuid not null,
  channel_id text not null,
  posted_at timestamptz(3) not null default app_now(),
  constraint exemplar_channel_pkey primary key (exemplar_id,channel_id)
);
create index exemplar_channel_channel_id_posted_at_idx on exemplar_channel(channel_id, posted_at);

create table exemplar_congratulation (
  exemplar_id uuid not null,
  person_id uuid not null,
  at timestamptz(3) not null default app_now(),
  constraint exemplar_congratulation_pkey primary key (exemplar_id,person_id)
);
create index exemplar_congratulation_person_id_idx on exemplar_congratulation(person_id);

create table exemplar_application (
  id uuid not null default gen_random_uuid(),
  exemplar_id uuid not null,
  unit_id uuid not null,
  how text not null,
  applied_by_id uuid not null,
  applied_at timestamptz(3) not null default app_now(),
  reminded_at timestamptz(3),
  constraint exemplar_application_pkey primary key (id),
  constraint exemplar_application_written check (btrim(how) <> '')
);
create index exemplar_application_unit_id_idx on exemplar_application(unit_id);
create index exemplar_application_applied_by_id_idx on exemplar_application(applied_by_id);
create unique index exemplar_application_exemplar_id_unit_id_key on exemplar_application(exemplar_id, unit_id);

create table application_report (
  id uuid not null default gen_random_uuid(),
  seq bigserial not null,
  application_id uuid not null,
  note text not null,
  people bigint not null,
  hours bigint not null,
  reported_by_id uuid not null,
  reported_at timestamptz(3) not null default app_now(),
  constraint application_report_pkey primary key (id),
  -- Far above what one unit can reach, far below where sums would leave bigint.
  constraint application_report_sums check (
    people between 0 and 100000000 and hours between 0 and 100000000),
  constraint application_report_written check (btrim(note) <> '')
);
create unique index application_report_seq_key on application_report(seq);
create index application_report_application_id_idx on application_report(application_id);
create trigger application_report_append_only before update or delete on application_report
  for each row execute function history_is_append_only();

create table commendation_proposal (
  id uuid not null default gen_random_uuid(),
  exemplar_id uuid not null,
  subject_id uuid not null,
  form proposed_form not null,
  ground simplified_ground not null,
  summary text not null,
  state proposal_state not null default 'proposed',
  proposed_by_id uuid not null,
  proposed_at timestamptz(3) not null default app_now(),
  settled_by_id uuid,
  settled_at timestamptz(3),
  decline_reason text,
  constraint commendation_proposal_pkey primary key (id),
  constraint commendation_proposal_settled check ((state <> 'proposed') = (settled_at is not null)
    and num_nulls(settled_at, settled_by_id) in (0, 2)),
  constraint commendation_proposal_declined
    check ((state = 'declined') = (coalesce(btrim(decline_reason), '') <> ''))
);
create index commendation_proposal_exemplar_id_idx on commendation_proposal(exemplar_id);
create index commendation_proposal_subject_id_idx on commendation_proposal(subject_id);
create index commendation_proposal_state_idx on commendation_proposal(state);
-- One proposal of a form for whom it praises, until it is declined.
create unique index commendation_proposal_one on commendation_proposal (subject_id, form) where state <> 'declined';

create table exemplar_evidence (
  id uuid not null default gen_random_uuid(),
  exemplar_id uuid not null,
  file_id text not null,
  name text not null,
  type evidence_type not null,
  size integer not null,
  sha256 text not null,
  for_press boolean not null,
  added_by_id uuid not null,
  added_at timestamptz(3) not null default app_now(),
  constraint exemplar_evidence_pkey primary key (id),
  constraint exemplar_evidence_size check (size between 1 and 10485760),
  constraint exemplar_evidence_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint exemplar_evidence_name check (btrim(name) <> '')
);
create index exemplar_evidence_added_by_id_idx on exemplar_evidence(added_by_id);
create unique index exemplar_evidence_exemplar_id_sha256_key on exemplar_evidence(exemplar_id, sha256);

create table exemplar_evidence_content (
  evidence_id uuid not null,
  bytes bytea not null,
  constraint exemplar_evidence_content_pkey primary key (evidence_id),
  constraint exemplar_evidence_content_size check (octet_length(bytes) between 1 and 10485760)
);
alter table exemplar_evidence_content
  -- Documents and pictures are packed already.
  alter column bytes set storage external;

create table exemplar_digest (
  id uuid not null default gen_random_uuid(),
  month date not null,
  channel_id text not null,
  posted_at timestamptz(3) not null default app_now(),
  constraint exemplar_digest_pkey primary key (id),
  constraint exemplar_digest_month check (extract(day from month) = 1)
);
create unique index exemplar_digest_month_channel_id_key on exemplar_digest(month, channel_id);

create table exemplar_duty_reminder (
  unit_id uuid not null,
  quarter date not null,
  reminded_at timestamptz(3) not null default app_now(),
  constraint exemplar_duty_reminder_pkey primary key (unit_id,quarter)
);

alter table exemplar
  add constraint exemplar_reporter_id_fkey foreign key (reporter_id) references person(id) on delete restrict on update cascade,
  add constraint exemplar_edited_by_id_fkey foreign key (edited_by_id) references person(id) on delete restrict on update cascade,
  add constraint exemplar_published_by_id_fkey foreign key (published_by_id) references person(id) on delete restrict on update cascade,
  add constraint exemplar_closed_by_id_fkey foreign key (closed_by_id) references person(id) on delete restrict on update cascade;
alter table exemplar_subject
  add constraint exemplar_subject_exemplar_id_fkey foreign key (exemplar_id) references exemplar(id) on delete restrict on update cascade,
  add constraint exemplar_subject_person_id_fkey foreign key (person_id) references person(id) on delete restrict on update cascade,
  add constraint exemplar_subject_unit_id_fkey foreign key (unit_id) references unit(id) on delete restrict on update cascade;
alter table exemplar_endorsement
  add constraint exemplar_endorsement_exemplar_id_fkey foreign key (exemplar_id) references exemplar(id) on delete restrict on update cascade,
  add constraint exemplar_endorsement_unit_id_fkey foreign key (unit_id) references unit(id) on delete restrict on update cascade,
  add constraint exemplar_endorsement_by_id_fkey foreign key (by_id) references person(id) on delete restrict on update cascade;
alter table exemplar_mention
  add constraint exemplar_mention_exemplar_id_fkey foreign key (exemplar_id) references exemplar(id) on delete restrict on update cascade,
  add constraint exemplar_mention_reporter_id_fkey foreign key (reporter_id) references person(id) on delete restrict on update cascade;
alter table exemplar_draft
  add constraint exemplar_draft_person_id_fkey foreign key (person_id) references person(id) on delete restrict on update cascade;
alter table exemplar_channel
  add constraint exemplar_channel_exemplar_id_fkey foreign key (exemplar_id) references exemplar(id) on delete restrict on update cascade;
alter table exemplar_congratulation
  add constraint exemplar_congratulation_exemplar_id_fkey foreign key (exemplar_id) references exemplar(id) on delete restrict on update cascade,
  add constraint exemplar_congratulation_person_id_fkey foreign key (person_id) references person(id) on delete restrict on update cascade;
alter table exemplar_application
  add constraint exemplar_application_exemplar_id_fkey foreign key (exemplar_id) references exemplar(id) on delete restrict on update cascade,
  add constraint exemplar_application_unit_id_fkey foreign key (unit_id) references unit(id) on delete restrict on update cascade,
  add constraint exemplar_application_applied_by_id_fkey foreign key (applied_by_id) references person(id) on delete restrict on update cascade;
alter table application_report
  add constraint application_report_application_id_fkey foreign key (application_id) references exemplar_application(id) on delete restrict on update cascade,
  add constraint application_report_reported_by_id_fkey foreign key (reported_by_id) references person(id) on delete restrict on update cascade;
alter table commendation_proposal
  add constraint commendation_proposal_exemplar_id_fkey foreign key (exemplar_id) references exemplar(id) on delete restrict on update cascade,
  add constraint commendation_proposal_subject_id_fkey foreign key (subject_id) references exemplar_subject(id) on delete restrict on update cascade,
  add constraint commendation_proposal_proposed_by_id_fkey foreign key (proposed_by_id) references person(id) on delete restrict on update cascade,
  add constraint commendation_proposal_settled_by_id_fkey foreign key (settled_by_id) references person(id) on delete restrict on update cascade;
alter table exemplar_evidence
  add constraint exemplar_evidence_exemplar_id_fkey foreign key (exemplar_id) references exemplar(id) on delete restrict on update cascade,
  add constraint exemplar_evidence_added_by_id_fkey foreign key (added_by_id) references person(id) on delete restrict on update cascade;
alter table exemplar_evidence_content
  add constraint exemplar_evidence_content_evidence_id_fkey foreign key (evidence_id) references exemplar_evidence(id) on delete restrict on update cascade;
alter table exemplar_duty_reminder
  add constraint exemplar_duty_reminder_unit_id_fkey foreign key (unit_id) references unit(id) on delete restrict on update cascade;
