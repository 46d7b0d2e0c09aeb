-- What somebody has answered in the set-up so far, so that it can be left and come back to.
create table setup_answer (
  space_id uuid not null,
  question text not null,
  answer text not null,
  answered_at timestamptz not null,
  primary key (space_id, question)
);
select latchkey_protect('setup_answer', 'space');
