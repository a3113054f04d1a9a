-- Runs on SQLite and on PostgreSQL. Times are ISO 8601 UTC text with seven decimals, flags are 0/1.

-- The latest state of every grain. A cleared grain keeps its row (state null), so that its versions never start again.
create table if not exists grain_state (
  grain_type text not null,
  grain text not null,
  version bigint not null,
  state text,
  wake_at text,
  chain text not null,
  primary key (grain_type, grain)
);
create index if not exists grain_state_wake_at on grain_state (wake_at) where wake_at is not null;

-- Every write of a journaled grain has at least one row; a write without events has one that is no part of the feed (seq null).
create table if not exists journal (
  seq bigint unique,
  grain_type text not null,
  grain text not null,
  version bigint not null,
  ordinal integer not null,
  type text not null,
  payload text not null,
  actor text not null,
  request_id text,
  at text not null,
  prev_hash text not null,
  hash text not null,
  state_hash text,
  primary key (grain, grain_type, version, ordinal)
);

-- One row: the last seq given out. Locked by every commit, which makes feed order commit order.
create table if not exists feed_head (
  one integer primary key check (one = 1),
  seq bigint not null
);
insert into feed_head (one, seq) values (1, 0) on conflict do nothing;

create table if not exists outbox (
  id text primary key,
  dedupe_key text not null unique,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at text not null,
  attempts integer not null default 0,
  next_at text not null,
  sent_at text,
  last_error text
);
create index if not exists outbox_next_at on outbox (next_at) where sent_at is null;

create table if not exists attempts (
  id text primary key,
  at text not null,
  method text not null,
  resource text not null,
  subject text not null,
  request_id text,
  status text not null,
  reason text
);
create index if not exists attempts_at on attempts (at, id);

create table if not exists blobs (
  sha256 text primary key,
  size bigint not null,
  content bytea not null
);

create table if not exists settings (
  key text primary key,
  value text not null
);
