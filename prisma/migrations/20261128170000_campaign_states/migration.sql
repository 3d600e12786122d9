-- The way of a campaign from the draft to the archive. New values are used from the next migration on.
alter type campaign_state add value 'submitted' after 'draft';
alter type campaign_state add value 'approved' after 'submitted';
alter type campaign_state add value 'reviewed' after 'closed';
alter type campaign_state add value 'archived' after 'reviewed';
alter type campaign_state add value 'withdrawn' after 'archived';
