-- A proposal to annul that its proposer takes back; co-authors who are reminded of their share.

alter table initiative_annulment
  drop constraint initiative_annulment_settled,
  drop constraint initiative_annulment_declined,
  alter column state drop default;
drop index initiative_annulment_one;

-- A value added to a type cannot be used by the transaction that adds it.
alter type annulment_state rename to annulment_state_before;
create type annulment_state as enum ('proposed', 'confirmed', 'declined', 'withdrawn');
alter table initiative_annulment
  alter column state type annulment_state using state::text::annulment_state,
  alter column state set default 'proposed';
drop type annulment_state_before;

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
