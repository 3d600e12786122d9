-- graphile-worker's add_job adds nothing, and says so with an empty row, where a job of the same key is begun between its
-- two statements: the first takes the key from a job that has begun, the second may then find one that only now has. What
-- the new job is for is not committed yet, so the one that has begun does not see it. Asked again, it takes the key.
create function add_job(
  identifier text, payload json, queue_name text default null, run_at timestamptz default null,
  max_attempts int default null, job_key text default null, priority int default null,
  job_key_mode text default 'replace'
) returns void language plpgsql volatile as $$
begin
  for attempt in 1..100 loop
    perform from graphile_worker.add_job(
      identifier, payload, queue_name, run_at, max_attempts, job_key, priority, null, job_key_mode
    ) as added where added.id is not null;
    if found then
      return;
    end if;
  end loop;
  raise exception 'job % was begun again and again while it was added', job_key;
end
$$;
