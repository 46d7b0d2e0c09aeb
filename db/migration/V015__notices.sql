-- Which message went to whom, so that each goes once. Never its text: it may hold a sign-in link.

create table notice (
  email_norm text not null,
  once text not null,
  subject text not null,
  state text not null check (state in ('CLAIMED', 'SENT', 'FAILED')),
  attempts int not null,
  claimed_at timestamptz not null,
  sent_at timestamptz,
  failure text,
  primary key (email_norm, once)
);

select latchkey_protect('notice', 'system');
