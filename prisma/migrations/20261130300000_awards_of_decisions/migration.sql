-- The signed decision by which an award was written down; null for those that came by import.
alter table award add column signed_paper_id uuid references signed_paper (id) on delete restrict on update cascade;
create index award_signed_paper_id_idx on award (signed_paper_id);
