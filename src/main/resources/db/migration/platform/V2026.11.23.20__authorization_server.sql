-- What the embedded authorization server has granted. The columns are those of Spring Authorization Server's
-- JdbcOAuth2AuthorizationService, with PostgreSQL's types.
create table oauth2_authorization (
    id                            varchar(100) primary key,
    registered_client_id          varchar(100) not null,
    principal_name                varchar(200) not null,
    authorization_grant_type      varchar(100) not null,
    authorized_scopes             varchar(1000),
    attributes                    text,
    state                         varchar(500),
    authorization_code_value      text,
    authorization_code_issued_at  timestamptz,
    authorization_code_expires_at timestamptz,
    authorization_code_metadata   text,
    access_token_value            text,
    access_token_issued_at        timestamptz,
    access_token_expires_at       timestamptz,
    access_token_metadata         text,
    access_token_type             varchar(100),
    access_token_scopes           varchar(1000),
    oidc_id_token_value           text,
    oidc_id_token_issued_at       timestamptz,
    oidc_id_token_expires_at      timestamptz,
    oidc_id_token_metadata        text,
    refresh_token_value           text,
    refresh_token_issued_at       timestamptz,
    refresh_token_expires_at      timestamptz,
    refresh_token_metadata        text,
    user_code_value               text,
    user_code_issued_at           timestamptz,
    user_code_expires_at          timestamptz,
    user_code_metadata            text,
    device_code_value             text,
    device_code_issued_at         timestamptz,
    device_code_expires_at        timestamptz,
    device_code_metadata          text
);
comment on table oauth2_authorization is 'only for the embedded authorization server; one row per log-in and application';

-- Hash indexes, as tokens are only looked up whole and may be longer than a b-tree entry.
create index oauth2_authorization_by_code on oauth2_authorization using hash (authorization_code_value);
create index oauth2_authorization_by_access_token on oauth2_authorization using hash (access_token_value);
create index oauth2_authorization_by_id_token on oauth2_authorization using hash (oidc_id_token_value);
create index oauth2_authorization_by_refresh_token on oauth2_authorization using hash (refresh_token_value);

create table spent_refresh_token (
    fingerprint      text primary key,
    authorization_id varchar(100) not null references oauth2_authorization on delete cascade,
    spent_at         timestamptz  not null default now()
);
create index spent_refresh_token_by_authorization on spent_refresh_token (authorization_id);
comment on table spent_refresh_token is 'refresh tokens that were exchanged (SHA-256); one that comes back revokes its authorization';
