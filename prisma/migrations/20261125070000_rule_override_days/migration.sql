-- Of one rule no two values that stand hold on the same day. A rule is compared by its hash, as a range of
-- one number, for a range is what Postgres can exclude together with days without an extension.
alter table rule_override add constraint rule_override_one_a_day
  exclude using gist (
    int8range(hashtext(rule), hashtext(rule), '[]') with &&,
    daterange(from_date, to_date, '[]') with &&)
  where (withdrawn_at is null);
