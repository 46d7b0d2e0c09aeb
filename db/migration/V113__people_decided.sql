-- What an operator said about a customer who shares an e-mail address; counts while the customer keeps that address.
create table person_decision (
  space_id uuid not null,
  customer_id bigint not null,
  same_as bigint,
  email_norm text not null,
  decided_at timestamptz not null,
  decided_by text not null,
  primary key (space_id, customer_id)
);
select latchkey_protect('person_decision', 'space');

-- Decisions that somebody put off: shown again then.
create table decision_later (
  space_id uuid not null default current_setting('latchkey.space')::uuid,
  decision text not null,
  again_at timestamptz not null,
  primary key (space_id, decision)
);
select latchkey_protect('decision_later', 'space');
