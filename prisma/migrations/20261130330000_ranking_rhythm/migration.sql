-- The ranking of a campaign is posted by itself at set times, in the name of whoever set them.
alter table campaign
  add column ranking_every figures_rhythm not null default 'none',
  add column ranking_set_by_id uuid references person on delete restrict on update cascade,
  -- The last day of posting that was seen to.
  add column ranking_seen_to date,
  add constraint campaign_ranking_rhythm check (
    ranking_every = 'none' or (ranking_set_by_id is not null and ranking_seen_to is not null));
create index campaign_ranking_set_by_id_idx on campaign (ranking_set_by_id);
