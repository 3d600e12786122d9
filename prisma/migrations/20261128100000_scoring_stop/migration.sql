-- Why a secretary stopped a scoring, as when it was opened with the wrong sheet; none where it ended
-- because its initiative no longer waited for the council.
alter table scoring
  add column stop_reason text,
  add constraint scoring_stopped check (
    stop_reason is null
    or (state = 'cancelled' and closed_by_id is not null and btrim(stop_reason) <> ''));

-- When its initiative was returned to be mended: what was scored is another text then, perhaps of other authors.
alter table scoring
  add column superseded_at timestamptz(3),
  add constraint scoring_superseded check (
    superseded_at is null or (state = 'closed' and not conclusive));

-- Numbers of decisions begin anew each year, and one decision may recognise two initiatives of one title;
-- of what was imported there is one row for each.
drop index recognised_work_decision_number_title_level_key;
create unique index recognised_work_imported_once
  on recognised_work (decision_number, (extract(year from decided_on)::int), title, level)
  where initiative_id is null;
