-- What members read before a sitting, as files. One that should not be there is taken off; nothing else of it ever
-- changes.
create table sitting_file (
  id uuid primary key default gen_random_uuid(),
  sitting_id uuid not null references sitting on delete restrict on update cascade,
  file_id text not null,
  name text not null,
  type file_type not null,
  size integer not null,
  sha256 text not null,
  added_by_id uuid not null references person on delete restrict on update cascade,
  added_at timestamptz(3) not null default app_now(),
  taken_off_by_id uuid references person on delete restrict on update cascade,
  taken_off_at timestamptz(3),
  constraint sitting_file_name check (btrim(name) <> ''),
  constraint sitting_file_size check (size between 1 and 10485760),
  constraint sitting_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint sitting_file_taken_off check (num_nulls(taken_off_by_id, taken_off_at) in (0, 2))
);
create index sitting_file_added_by_id_idx on sitting_file (added_by_id);
create index sitting_file_taken_off_by_id_idx on sitting_file (taken_off_by_id);
-- What was given once is kept once, even if it was taken off meanwhile; of the same content one stands.
create unique index sitting_file_sitting_id_file_id_key on sitting_file (sitting_id, file_id);
create unique index sitting_file_one on sitting_file (sitting_id, sha256) where taken_off_at is null;

create table sitting_file_content (
  sitting_file_id uuid primary key references sitting_file on delete restrict on update cascade,
  bytes bytea not null,
  constraint sitting_file_content_size check (octet_length(bytes) between 1 and 10485760)
);
-- Documents and pictures are packed already.
alter table sitting_file_content alter column bytes set storage external;

create function sitting_file_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.taken_off_at is not null
    or (to_jsonb(new) - array['taken_off_by_id', 'taken_off_at'])
      <> (to_jsonb(old) - array['taken_off_by_id', 'taken_off_at']) then
    raise exception 'a file of a sitting is never changed, only taken off';
  end if;
  return new;
end $$;
create trigger sitting_file_stays before update or delete on sitting_file
  for each row execute function sitting_file_stays();
create function sitting_file_content_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the content of a file of a sitting is never changed';
end $$;
create trigger sitting_file_content_stays before update or delete on sitting_file_content
  for each row execute function sitting_file_content_stays();
