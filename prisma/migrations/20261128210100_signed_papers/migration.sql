-- Results that wait for the decision: nobody but those who run the sitting knows them until they are released.
alter table sitting add column holds_results boolean not null default false;
alter table ballot
  add column held boolean not null default false,
  add column released_at timestamptz(3),
  add constraint ballot_held check (not held or (state = 'closed' and released_at is null));
create index ballot_held_idx on ballot (agenda_item_id) where held;

-- Files that people give are of these types, whatever they are for.
alter type evidence_type rename to file_type;

-- Signed copies of a sitting's papers, with number and date. One that was attached by mistake is taken back with a
-- reason, and another one may take its place; nothing else of it ever changes.
create type paper_kind as enum ('sitting', 'count', 'decision');
create table signed_paper (
  id uuid primary key default gen_random_uuid(),
  sitting_id uuid not null references sitting on delete restrict on update cascade,
  council_id uuid not null references council on delete restrict on update cascade,
  kind paper_kind not null,
  -- Of a decision: the title of a year that it gives, or sang_kien.
  item_key text,
  year integer,
  number text not null,
  signed_on date not null,
  signatory text not null,
  file_id text not null,
  name text not null,
  type file_type not null,
  size integer not null,
  sha256 text not null,
  attached_by_id uuid not null references person on delete restrict on update cascade,
  attached_at timestamptz(3) not null default app_now(),
  -- The one in whose place it came.
  replaces_id uuid references signed_paper on delete restrict on update cascade,
  taken_back_by_id uuid references person on delete restrict on update cascade,
  taken_back_at timestamptz(3),
  taken_back_reason text,
  constraint signed_paper_of check ((kind = 'decision') = (item_key is not null) and (year is null or kind = 'decision')),
  constraint signed_paper_number check (btrim(number) <> ''),
  constraint signed_paper_signatory check (btrim(signatory) <> ''),
  constraint signed_paper_name check (btrim(name) <> ''),
  constraint signed_paper_size check (size between 1 and 10485760),
  constraint signed_paper_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint signed_paper_taken_back check (
    num_nulls(taken_back_by_id, taken_back_at, taken_back_reason) in (0, 3)
    and btrim(coalesce(taken_back_reason, 'none')) <> '')
);
create index signed_paper_council_id_idx on signed_paper (council_id);
create index signed_paper_attached_by_id_idx on signed_paper (attached_by_id);
create index signed_paper_taken_back_by_id_idx on signed_paper (taken_back_by_id);
create unique index signed_paper_replaces_id_key on signed_paper (replaces_id);
-- One signed copy of each paper of a sitting that stands; one number a council, kind and year.
create unique index signed_paper_one on signed_paper
  (sitting_id, kind, (coalesce(item_key, '')), (coalesce(year, 0)))
  where taken_back_at is null;
create unique index signed_paper_one_number on signed_paper
  (council_id, kind, (extract(year from signed_on)), (lower(number)))
  where taken_back_at is null;

create table signed_paper_content (
  paper_id uuid primary key references signed_paper on delete restrict on update cascade,
  bytes bytea not null,
  constraint signed_paper_content_size check (octet_length(bytes) between 1 and 10485760)
);
-- Documents and pictures are packed already.
alter table signed_paper_content alter column bytes set storage external;

create function signed_paper_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.taken_back_at is not null
    or (to_jsonb(new) - array['taken_back_by_id', 'taken_back_at', 'taken_back_reason'])
      <> (to_jsonb(old) - array['taken_back_by_id', 'taken_back_at', 'taken_back_reason']) then
    raise exception 'a signed paper is never changed, only taken back';
  end if;
  return new;
end $$;
create trigger signed_paper_stays before update or delete on signed_paper
  for each row execute function signed_paper_stays();
create function signed_paper_content_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the content of a signed paper is never changed';
end $$;
create trigger signed_paper_content_stays before update or delete on signed_paper_content
  for each row execute function signed_paper_content_stays();
