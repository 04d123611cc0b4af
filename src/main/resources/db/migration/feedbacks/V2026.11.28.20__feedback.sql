-- 投诉建议 (domain D1, A.13): what anybody who is logged in says about the app and its burden, and what the office answers. Counted for nobody.
create table feedback (
    id          uuid primary key,
    version     bigint      not null,
    status      text        not null check (status in ('POSTED', 'ANSWERED', 'REOPENED', 'ANSWERED_AGAIN', 'CLOSED')),
    kind        text        not null check (kind in ('COMPLAINT', 'SUGGESTION')),
    area        text        not null check (area in ('APP', 'BURDEN', 'OTHER')),
    text        text        not null,
    unnamed     boolean     not null,
    author_id   uuid        not null references person,
    by_director boolean     not null,
    posted_at   timestamptz not null,
    changed_at  timestamptz not null,
    due_at      timestamptz not null,
    warn_at     timestamptz not null
);
create index feedback_newest on feedback (posted_at desc, id desc);
create index feedback_of_author on feedback (author_id, posted_at desc, id desc);
comment on column feedback.unnamed is 'of those who answer only the office director is told who wrote it';
comment on column feedback.by_director is 'the author was the office director when he posted it: then a deputy director answers it to the end';
comment on column feedback.due_at is 'of the clock that runs, or ran last';

create table feedback_answer (
    id             uuid primary key,
    version        bigint      not null,
    feedback_id    uuid        not null references feedback,
    round          int         not null check (round in (1, 2)),
    text           text        not null,
    answered_by_id uuid        not null references person,
    answered_at    timestamptz not null,
    rating         text check (rating in ('SATISFIED', 'DISSATISFIED')),
    rating_words   text,
    rated_at       timestamptz,
    unique (feedback_id, round),
    check ((rating is null) = (rated_at is null))
);
