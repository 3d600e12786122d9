-- Cụm, khối thi đua that an agency keeps for a year: campaigns take theirs from them.
create table year_cluster (
  id uuid primary key,
  seq bigserial not null,
  -- The agency: its subordinate units are in them.
  organiser_id uuid not null references unit on delete restrict on update cascade,
  year integer not null,
  name text not null,
  removed_at timestamptz(3),
  constraint year_cluster_name check (btrim(name) <> ''),
  constraint year_cluster_year check (year between 2000 and 2200)
);
create unique index year_cluster_seq_key on year_cluster (seq);
create unique index year_cluster_organiser_id_year_id_key on year_cluster (organiser_id, year, id);
create unique index year_cluster_name_once on year_cluster (organiser_id, year, lower(name))
  where removed_at is null;

-- A unit is in one cluster of an agency's year.
create table year_cluster_unit (
  organiser_id uuid not null,
  year integer not null,
  unit_id uuid not null references unit on delete restrict on update cascade,
  cluster_id uuid not null,
  -- Trưởng cụm of the year.
  leads boolean not null default false,
  primary key (organiser_id, year, unit_id),
  foreign key (organiser_id, year, cluster_id) references year_cluster (organiser_id, year, id)
    on delete restrict on update cascade
);
create unique index year_cluster_unit_one_leader on year_cluster_unit (cluster_id) where leads;
create index year_cluster_unit_organiser_id_year_cluster_id_idx
  on year_cluster_unit (organiser_id, year, cluster_id);
create index year_cluster_unit_unit_id_idx on year_cluster_unit (unit_id);
