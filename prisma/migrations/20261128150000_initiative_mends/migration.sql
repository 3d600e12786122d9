-- A proposal to annul that its proposer takes back; co-authors who are reminded of their share.

alter table initiative_annulment
  drop constraint initiative_annulment_settled,
  drop constraint initiative_annulment_declined;
drop index initiative_annulment_one;

alter type annulment_state add value 'withdrawn';

alter table initiative_annulment
  add constraint initiative_annulment_settled check (
    (state in ('confirmed', 'declined')) = (settled_by_id is not null)
    and (state <> 'proposed') = (settled_at is not null)),
  add constraint initiative_annulment_declined
    check ((state = 'declined') = (coalesce(btrim(decline_reason), '') <> ''));
-- One that waits, one that was carried out.
create unique index initiative_annulment_one on initiative_annulment (initiative_id)
  where state in ('proposed', 'confirmed');

alter table share_request add column reminded_at timestamptz(3);
