-- Whom an outside issuer's tokens speak for. The embedded authorization server needs no rows: its subject is the person's id.
create table person_subject (
    issuer    text not null,
    subject   text not null,
    person_id uuid not null references person,
    primary key (issuer, subject)
);
create index person_subject_by_person on person_subject (person_id);
comment on table person_subject is 'the accounts of people, and the service accounts of third-party systems, at outside issuers';
comment on column person_subject.subject is 'the claim sub, compared exactly; an issuer never gives it to anybody else';
