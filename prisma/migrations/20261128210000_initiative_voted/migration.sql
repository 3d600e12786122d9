-- A value that is added to an enum can be used from the next transaction on only.
alter type initiative_state add value 'voted' after 'voting';
