namespace SmeOrleans.Silo.Storage;

public sealed partial class PostgresGrainWriter
{
    /// <summary>
    /// Taken first and held to the end, so that commits of all silos come one after another: feed order is commit order,
    /// and two batches cannot deadlock over the same grains. The second statement then sees all that was committed before.
    /// </summary>
    private const string LockHead = "select seq from feed_head for update";

    /// <summary>An update needs the expected version and chain, an insert no row; only what won is journaled and mailed.</summary>
    private const string Write = """
        with input as (
          select * from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[])
            with ordinality as i (grain_type, grain, expected, previous, state, wake_at, chain, n)
        ), changed as (
          update grain_state s
          set version = i.expected + 1, state = i.state, wake_at = i.wake_at, chain = i.chain
          from input i
          where i.expected > 0 and s.grain_type = i.grain_type and s.grain = i.grain
            and s.version = i.expected and s.chain = i.previous
          returning s.grain_type, s.grain
        ), created as (
          insert into grain_state (grain_type, grain, version, state, wake_at, chain)
          select grain_type, grain, 1, state, wake_at, chain from input where expected = 0
          on conflict do nothing
          returning grain_type, grain
        ), won as (
          select i.n, i.grain_type, i.grain, i.expected + 1 as version
          from input i join (select * from changed union all select * from created) w using (grain_type, grain)
        ), entries as (
          select w.grain_type, w.grain, w.version, e.ordinal, e.type, e.payload, e.actor, e.request_id, e.at,
            e.prev_hash, e.hash, e.state_hash,
            case when e.in_feed then row_number() over (partition by e.in_feed order by e.place) end as place
          from unnest($8::bigint[], $9::boolean[], $10::integer[], $11::text[], $12::text[], $13::text[], $14::text[],
              $15::text[], $16::text[], $17::text[], $18::text[])
            with ordinality as e (n, in_feed, ordinal, type, payload, actor, request_id, at, prev_hash, hash, state_hash, place)
          join won w on w.n = e.n
        ), journaled as (
          insert into journal
            (seq, grain_type, grain, version, ordinal, type, payload, actor, request_id, at, prev_hash, hash, state_hash)
          select head.seq + e.place, grain_type, grain, version, ordinal, type, payload, actor, request_id, at, prev_hash, hash, state_hash
          from entries e, feed_head head
        ), mailed as (
          insert into outbox (id, dedupe_key, recipient, subject, body, created_at, next_at)
          select m.id, m.dedupe_key, m.recipient, m.subject, m.body, m.at, m.at
          from unnest($19::bigint[], $20::text[], $21::text[], $22::text[], $23::text[], $24::text[], $25::text[])
            as m (n, id, dedupe_key, recipient, subject, body, at)
          join won w on w.n = m.n
        ), advanced as (
          update feed_head set seq = seq + (select count(place) from entries) returning seq
        )
        select won.n, advanced.seq from advanced left join won on true
        """;
}
