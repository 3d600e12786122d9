-- What is pledged in a campaign, how a pledge stands, and its history.
create type pledge_state as enum ('waiting', 'confirmed', 'returned', 'withdrawn');
create type pledge_deed as enum ('made', 'changed', 'confirmed', 'returned', 'withdrawn');

alter table campaign_pledge
  add column at_unit_id uuid references unit on delete restrict on update cascade,
  add column targets text,
  add column state pledge_state not null default 'waiting',
  add column revision integer not null default 1,
  add column changed_at timestamptz(3) not null default app_now(),
  add column settled_by_id uuid references person on delete restrict on update cascade,
  add column settled_at timestamptz(3),
  add column reason text,
  add column told_at timestamptz(3);

-- Who joined before pledges had targets: a unit by its head, a person at the unit where they worked.
update campaign_pledge set changed_at = made_at, at_unit_id = coalesce(
  unit_id,
  (select posting.unit_id from posting
   where posting.person_id = campaign_pledge.person_id and from_date <= made_at::date
   order by to_date desc nulls first, from_date desc limit 1),
  (select campaign.unit_id from campaign where id = campaign_id));
update campaign_pledge set state = 'confirmed', settled_by_id = made_by_id, settled_at = made_at
where unit_id is not null;

alter table campaign_pledge
  alter column at_unit_id set not null,
  add constraint campaign_pledge_at_unit check (unit_id is null or unit_id = at_unit_id),
  add constraint campaign_pledge_unit_stands check (unit_id is null or state in ('confirmed', 'withdrawn')),
  add constraint campaign_pledge_revision check (revision >= 1),
  add constraint campaign_pledge_targets check (btrim(targets) <> ''),
  add constraint campaign_pledge_settled check (
    num_nulls(settled_by_id, settled_at) in (0, 2)
    and (state in ('confirmed', 'returned')) = (settled_at is not null)),
  add constraint campaign_pledge_reason check (
    (state in ('returned', 'withdrawn')) = (reason is not null) and btrim(reason) <> '');
create index campaign_pledge_at_unit_id_state_idx on campaign_pledge (at_unit_id, state);
create index campaign_pledge_person_id_idx on campaign_pledge (person_id);
create index campaign_pledge_settled_by_id_idx on campaign_pledge (settled_by_id);

create table campaign_pledge_event (
  id uuid primary key default gen_random_uuid(),
  pledge_id uuid not null references campaign_pledge on delete restrict on update cascade,
  revision integer not null,
  deed pledge_deed not null,
  targets text,
  reason text,
  by_id uuid not null references person on delete restrict on update cascade,
  at timestamptz(3) not null default app_now()
);
create unique index campaign_pledge_event_pledge_id_revision_key on campaign_pledge_event (pledge_id, revision);
create index campaign_pledge_event_by_id_idx on campaign_pledge_event (by_id);
insert into campaign_pledge_event (pledge_id, revision, deed, by_id, at)
select id, 1, 'made', made_by_id, made_at from campaign_pledge;

create function campaign_pledge_event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the history of a pledge is never changed or deleted'
    using errcode = 'insufficient_privilege';
end $$;
create trigger campaign_pledge_event_append_only before update or delete on campaign_pledge_event
  for each row execute function campaign_pledge_event_is_append_only();

-- Each state of a pledge goes into its history as it is written.
create function campaign_pledge_is_kept() returns trigger language plpgsql as $$
begin
  insert into campaign_pledge_event (pledge_id, revision, deed, targets, reason, by_id)
  values (new.id, new.revision,
    case
      when tg_op = 'INSERT' or old.state = 'withdrawn' then 'made'
      when new.state = 'withdrawn' then 'withdrawn'
      when new.state = 'returned' then 'returned'
      when new.state = 'confirmed' and old.state = 'waiting'
        and new.settled_by_id is distinct from new.person_id then 'confirmed'
      else 'changed'
    end::pledge_deed,
    new.targets, new.reason,
    case when new.state in ('confirmed', 'returned') then new.settled_by_id else new.made_by_id end);
  return null;
end $$;
create trigger campaign_pledge_is_kept after insert on campaign_pledge
  for each row execute function campaign_pledge_is_kept();
create trigger campaign_pledge_change_is_kept after update of revision on campaign_pledge
  for each row when (new.revision <> old.revision) execute function campaign_pledge_is_kept();

-- The days on which heads were told of the pledges that wait for them.
create table campaign_pledge_day (
  day date primary key,
  taken_at timestamptz(3) not null default app_now()
);
