-- The way of an initiative from being handed in to the end, with every branch that leaves it.
alter type initiative_state add value 'returned' after 'received';
alter type initiative_state add value 'accepted' after 'returned';
alter type initiative_state add value 'form_refused' after 'accepted';
alter type initiative_state add value 'withdrawn' after 'refused';
alter type initiative_state add value 'merged' after 'withdrawn';
alter type initiative_state add value 'annulled' after 'merged';
