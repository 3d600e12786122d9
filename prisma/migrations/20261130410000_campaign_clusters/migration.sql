-- Cụm, khối thi đua of a campaign: units that are compared with each other besides the whole.
create table campaign_cluster (
  id uuid primary key,
  seq bigserial not null,
  campaign_id uuid not null references campaign on delete restrict on update cascade,
  name text not null,
  removed_at timestamptz(3),
  constraint campaign_cluster_name check (btrim(name) <> '')
);
create unique index campaign_cluster_seq_key on campaign_cluster (seq);
create unique index campaign_cluster_campaign_id_id_key on campaign_cluster (campaign_id, id);
create unique index campaign_cluster_name_once on campaign_cluster (campaign_id, lower(name))
  where removed_at is null;

-- A unit is in one cluster of a campaign.
create table campaign_cluster_unit (
  campaign_id uuid not null,
  unit_id uuid not null references unit on delete restrict on update cascade,
  cluster_id uuid not null,
  -- Trưởng cụm: the year for which it was elected.
  leads_in integer,
  primary key (campaign_id, unit_id),
  constraint campaign_cluster_unit_year check (leads_in between 2000 and 2200),
  foreign key (campaign_id, cluster_id) references campaign_cluster (campaign_id, id)
    on delete restrict on update cascade
);
create unique index campaign_cluster_unit_one_leader on campaign_cluster_unit (cluster_id)
  where leads_in is not null;
create index campaign_cluster_unit_campaign_id_cluster_id_idx on campaign_cluster_unit (campaign_id, cluster_id);
create index campaign_cluster_unit_unit_id_idx on campaign_cluster_unit (unit_id);
