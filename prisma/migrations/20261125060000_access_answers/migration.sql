-- Somebody who asks to be added is no person of the list yet: the language to answer in is kept with the asking.
alter table access_request add column locale text;
alter table access_request add column refusal_reason text;
alter table access_request add constraint access_request_refused_with_reason
  check ((state = 'refused') = (refusal_reason is not null));
