-- Where a window is announced.
alter table registration_window add column channels text[] default array[]::text[];

-- What changed late says why.
alter table title_registration
  add constraint title_registration_late_reason check (late_reason is null or btrim(late_reason) <> '');

-- A window that was opened by the app before these columns existed has been announced already.
update registration_window set announced_at = app_now() where opens_on <= app_now()::date;
