-- Voters whose cards are to be redrawn: written by the vote, taken away by the job that it rings. No foreign
-- keys: both ids stand in the turnout row of the same statement, and a vote is to be cheap.
create table card_due (
  ballot_id uuid not null,
  person_id uuid not null,
  constraint card_due_pkey primary key (ballot_id, person_id)
);
