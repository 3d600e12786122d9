-- Lưu trữ: a reviewed campaign that somebody has archived is never changed again.
alter table campaign
  add column archived_at timestamptz(3),
  add column archived_by_id uuid references person on delete restrict on update cascade,
  add constraint campaign_archived check (
    (state = 'archived') = (archived_at is not null)
    and (archived_at is null) = (archived_by_id is null));
create index campaign_archived_by_id_idx on campaign (archived_by_id);

create function campaign_archived_stands() returns trigger language plpgsql as $$
begin
  raise exception 'an archived campaign is never changed' using errcode = 'check_violation';
end $$;
create trigger campaign_archived_stands before update or delete on campaign
  for each row when (old.state = 'archived') execute function campaign_archived_stands();
