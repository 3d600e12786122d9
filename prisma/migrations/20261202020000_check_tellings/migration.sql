-- Heads are told beforehand of a check of their unit, and those who check once when its findings are not written after
-- its day: of which day of the check they were told, so that one that is moved is told anew.
alter table campaign_check_unit add column heads_told date;
alter table campaign_checker add column told_late date;
