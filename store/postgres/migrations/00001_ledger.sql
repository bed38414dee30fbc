-- +goose Up
CREATE TABLE entries (
	mission     text   COLLATE "C" NOT NULL, -- ids are in the order of their bytes, as in SQLite
	seq         bigint NOT NULL CHECK (seq > 0),
	kind        text   NOT NULL,
	actor       text   NOT NULL,
	at          bigint NOT NULL, -- milliseconds since 1970
	body_sha256 text   NOT NULL,
	previous    text   NOT NULL,
	hash        text   NOT NULL,
	key         text,
	body        bytea  NOT NULL, -- byte by byte, whatever the database's encoding
	PRIMARY KEY (mission, seq)
);

CREATE UNIQUE INDEX entries_key ON entries (mission, key) WHERE key IS NOT NULL;
CREATE INDEX entries_kind ON entries (mission, kind, seq);
CREATE INDEX entries_changes ON entries (mission, seq) WHERE kind IN ('revision', 'vote', 'statement');

-- +goose StatementBegin
CREATE FUNCTION entries_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'entries are never changed or deleted: a correction is an entry';
END $$;
-- +goose StatementEnd
CREATE TRIGGER entries_change BEFORE UPDATE OR DELETE ON entries FOR EACH ROW EXECUTE FUNCTION entries_refuse();
CREATE TRIGGER entries_truncate BEFORE TRUNCATE ON entries FOR EACH STATEMENT EXECUTE FUNCTION entries_refuse();

CREATE TABLE accounts (
	id       text    PRIMARY KEY,
	name     text    COLLATE "C" NOT NULL UNIQUE,
	role     text    NOT NULL,
	nation   text    NOT NULL,
	password text    NOT NULL,
	subject  text    UNIQUE,
	disabled boolean NOT NULL,
	created  bigint  NOT NULL
);

CREATE TABLE sessions (
	token   text   PRIMARY KEY,
	account text   NOT NULL,
	expiry  bigint NOT NULL,
	data    bytea  NOT NULL
);

CREATE INDEX sessions_account ON sessions (account);
CREATE INDEX sessions_expiry ON sessions (expiry);
