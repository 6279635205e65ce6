-- Officers, their passwords, and the sessions they have open.

create table officer (
  id         bigint generated always as identity,
  login      text not null,
  agency     text not null,
  name       text not null,
  roles      text[] not null,
  active     boolean not null default true,
  created_at timestamptz not null,
  constraint officer_pkey primary key (id),
  constraint officer_login_taken unique (login),
  constraint officer_login check (login ~ '^[a-z][a-z0-9._-]{1,39}$'),
  constraint officer_agency foreign key (agency) references agency,
  constraint officer_name check (length(name) between 1 and 60),
  constraint officer_roles check (
    cardinality(roles) between 1 and 9 and roles <@ array[
      'clerk', 'case-officer', 'reviewer', 'deputy-head', 'acting-head', 'head', 'statistician', 'auditor',
      'administrator'])
);
create index officer_agency_idx on officer (agency);
comment on table officer is 'A person (承办人) with roles in one agency. Never deleted: the docket names officers.';
comment on column officer.id is 'Key.';
comment on column officer.login is 'Name to sign in with.';
comment on column officer.agency is 'The agency the officer acts for.';
comment on column officer.name is 'The officer''s name as papers print it.';
comment on column officer.roles is 'What the officer may do in the agency.';
comment on column officer.active is 'False from the day the officer leaves; an inactive officer cannot sign in.';
comment on column officer.created_at is 'When the account was made.';

create table credential (
  officer    bigint not null,
  hash       text not null,
  changed_at timestamptz not null,
  constraint credential_pkey primary key (officer),
  constraint credential_officer foreign key (officer) references officer,
  constraint credential_hash check (hash like '$argon2id$%')
);
comment on table credential is 'An officer''s password, hashed.';
comment on column credential.officer is 'Whose.';
comment on column credential.hash is 'argon2id in PHC string format.';
comment on column credential.changed_at is 'When it was last set.';

create table sign_in_failure (
  login         text not null,
  failures      int not null,
  blocked_until timestamptz,
  failed_at     timestamptz not null,
  constraint sign_in_failure_pkey primary key (login),
  constraint sign_in_failure_login check (length(login) <= 40)
);
comment on table sign_in_failure is 'Failed sign-ins since the last success, for names that exist and names that do not.';
comment on column sign_in_failure.login is 'The name that was tried.';
comment on column sign_in_failure.failures is 'How many in a row.';
comment on column sign_in_failure.blocked_until is 'No attempt counts before this instant; null while few.';
comment on column sign_in_failure.failed_at is 'The last one.';

create table session (
  digest     bytea not null,
  officer    bigint not null,
  kind       text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint session_pkey primary key (digest),
  constraint session_officer foreign key (officer) references officer,
  constraint session_kind check (kind in ('page', 'token')),
  constraint session_digest check (octet_length(digest) = 32),
  constraint session_lifetime check (created_at < expires_at)
);
create index session_officer_idx on session (officer);
comment on table session is 'A sign-in: a browser''s cookie or a program''s bearer token.';
comment on column session.digest is 'SHA-256 of the secret; the secret itself is stored nowhere.';
comment on column session.officer is 'Who signed in.';
comment on column session.kind is 'page: a cookie. token: a bearer token of the command line.';
comment on column session.created_at is 'When.';
comment on column session.expires_at is 'Not valid from this instant on.';
comment on column session.revoked_at is 'When it was given up early, if it was.';

create index sign_in_failure_failed_at_idx on sign_in_failure (failed_at);

grant select on officer, credential to ipcase_service;
grant select, insert on session to ipcase_service;
grant update (revoked_at) on session to ipcase_service;
grant select, insert, update, delete on sign_in_failure to ipcase_service;
