-- +goose Up
CREATE TABLE entries (
	mission     TEXT    NOT NULL,
	seq         INTEGER NOT NULL CHECK (seq > 0),
	kind        TEXT    NOT NULL,
	actor       TEXT    NOT NULL,
	at          INTEGER NOT NULL, -- milliseconds since 1970
	body_sha256 TEXT    NOT NULL,
	previous    TEXT    NOT NULL,
	hash        TEXT    NOT NULL,
	key         TEXT,
	body        BLOB    NOT NULL, -- last: a list of entries does not read it
	PRIMARY KEY (mission, seq)
) STRICT;

CREATE UNIQUE INDEX entries_key ON entries (mission, key) WHERE key IS NOT NULL;
CREATE INDEX entries_kind ON entries (mission, kind, seq);
CREATE INDEX entries_changes ON entries (mission, seq) WHERE kind IN ('revision', 'vote', 'statement');

-- +goose StatementBegin
CREATE TRIGGER entries_update BEFORE UPDATE ON entries BEGIN
	SELECT RAISE(ABORT, 'entries are never changed: a correction is an entry');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER entries_delete BEFORE DELETE ON entries BEGIN
	SELECT RAISE(ABORT, 'entries are never deleted: a correction is an entry');
END;
-- +goose StatementEnd
-- REPLACE deletes without asking the trigger above.
-- +goose StatementBegin
CREATE TRIGGER entries_replace BEFORE INSERT ON entries
WHEN EXISTS (SELECT 1 FROM entries WHERE mission = new.mission AND seq = new.seq)
	OR EXISTS (SELECT 1 FROM entries WHERE mission = new.mission AND key = new.key)
	OR EXISTS (SELECT 1 FROM entries WHERE rowid = new.rowid) BEGIN
	SELECT RAISE(ABORT, 'entries are never replaced: a correction is an entry');
END;
-- +goose StatementEnd

CREATE TABLE accounts (
	id       TEXT    PRIMARY KEY NOT NULL,
	name     TEXT    NOT NULL UNIQUE,
	role     TEXT    NOT NULL,
	nation   TEXT    NOT NULL,
	password TEXT    NOT NULL,
	subject  TEXT    UNIQUE,
	disabled INTEGER NOT NULL,
	created  INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
	token   TEXT    PRIMARY KEY NOT NULL,
	account TEXT    NOT NULL,
	expiry  INTEGER NOT NULL,
	data    BLOB    NOT NULL
) STRICT;

CREATE INDEX sessions_account ON sessions (account);
CREATE INDEX sessions_expiry ON sessions (expiry);
