-- Several drafts a person.
drop index initiative_draft_person_id_key;
create index initiative_draft_person_id_idx on initiative_draft (person_id);

-- The rest of the official request.
alter table initiative
  add column addressee text,
  add column participants text,
  add column author_details text;

-- Authors confirm their shares.
create type share_answer as enum ('confirmed', 'declined');
create table share_request (
  id uuid not null default gen_random_uuid(),
  seq serial not null,
  initiative_id uuid not null,
  person_id uuid not null,
  share integer not null,
  asked_at timestamptz(3) not null default app_now(),
  answer share_answer,
  answered_at timestamptz(3),
  reason text,
  constraint share_request_pkey primary key (id),
  constraint share_request_share check (share between 1 and 100),
  constraint share_request_answered check (num_nulls(answer, answered_at) in (0, 2)),
  -- Null is no answer, and then there is no reason either.
  constraint share_request_reason check (coalesce(answer = 'declined', false) = (coalesce(btrim(reason), '') <> ''))
);
create unique index share_request_seq_key on share_request (seq);
create index share_request_initiative_id_person_id_idx on share_request (initiative_id, person_id);
create index share_request_person_id_idx on share_request (person_id);
create unique index share_request_one_open on share_request (initiative_id, person_id) where answer is null;
alter table share_request
  add constraint share_request_initiative_id_fkey foreign key (initiative_id) references initiative (id) on delete restrict on update cascade,
  add constraint share_request_person_id_fkey foreign key (person_id) references person (id) on delete restrict on update cascade;

-- Files that show what an initiative tells.
create type evidence_type as enum ('pdf', 'docx', 'xlsx', 'pptx', 'jpg', 'png', 'heic');
create table initiative_evidence (
  id uuid not null default gen_random_uuid(),
  initiative_id uuid not null,
  file_id text not null,
  name text not null,
  type evidence_type not null,
  size integer not null,
  sha256 text not null,
  council_only boolean not null,
  added_by_id uuid not null,
  added_at timestamptz(3) not null default app_now(),
  constraint initiative_evidence_pkey primary key (id),
  constraint initiative_evidence_size check (size between 1 and 10485760),
  constraint initiative_evidence_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint initiative_evidence_name check (btrim(name) <> '')
);
create unique index initiative_evidence_initiative_id_sha256_key on initiative_evidence (initiative_id, sha256);
create index initiative_evidence_added_by_id_idx on initiative_evidence (added_by_id);
alter table initiative_evidence
  add constraint initiative_evidence_initiative_id_fkey foreign key (initiative_id) references initiative (id) on delete restrict on update cascade,
  add constraint initiative_evidence_added_by_id_fkey foreign key (added_by_id) references person (id) on delete restrict on update cascade;

create table evidence_content (
  evidence_id uuid not null,
  bytes bytea not null,
  constraint evidence_content_pkey primary key (evidence_id),
  constraint evidence_content_size check (octet_length(bytes) between 1 and 10485760)
);
alter table evidence_content
  -- Documents and pictures are packed already.
  alter column bytes set storage external,
  add constraint evidence_content_evidence_id_fkey foreign key (evidence_id) references initiative_evidence (id) on delete restrict on update cascade;
