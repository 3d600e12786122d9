-- Why somebody could not come before the sitting was moved, of whoever has not answered again.
alter table sitting_attendance add column earlier_reason text;
