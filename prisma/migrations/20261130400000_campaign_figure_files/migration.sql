-- A file of figures of a campaign: checked when it comes, checked again when it is written.
create table campaign_figure_file (
  id uuid primary key,
  campaign_id uuid not null references campaign on delete restrict on update cascade,
  file_name text not null,
  -- SHA-256 of the file.
  digest text not null,
  state import_state not null default 'checked',
  rows jsonb not null,
  summary jsonb not null,
  by_id uuid not null references person on delete restrict on update cascade,
  created_at timestamptz(3) not null default app_now(),
  settled_at timestamptz(3),
  constraint campaign_figure_file_digest check (digest ~ '^[0-9a-f]{64}$'),
  -- What was written is among the figures, and is not kept twice.
  constraint campaign_figure_file_settled check (
    (state = 'checked') = (settled_at is null) and (state = 'checked' or rows = '[]'))
);
create index campaign_figure_file_campaign_id_idx on campaign_figure_file (campaign_id);
create index campaign_figure_file_by_id_idx on campaign_figure_file (by_id);
