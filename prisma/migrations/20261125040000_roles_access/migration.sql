-- A role that is taken back on the day on which it was granted ends on the day before it.
alter table role_grant drop constraint role_grant_dates;
alter table role_grant add constraint role_grant_dates check (to_date >= from_date - 1);
