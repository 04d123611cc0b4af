package io.duban.platform.audit;

/** How the chains of the audit trail are computed anew. */
public final class ChainCheck {

    /** Whether a row {@code r} is what was written: its hash covers its content and the hash before it, and its content says what its columns say. */
    static final String FITS = """
            r.hash = sha256(r.prev_hash || convert_to(audit_canonical(r.seq, r.recorded_at, r.content), 'UTF8'))
            and r.content = concat_ws('|', r.actor_id, r.client_id, coalesce(r.address, 'null'), r.action, r.subject_type, r.subject_id,
                    r.subject_version, r.on_behalf_of, nullif(array_to_string(r.further_ids, ','), ''))""";

    /** What a chain begins with. */
    static final String GENESIS = "sha256(convert_to('duban audit chain ' || c.chain, 'UTF8'))";

    /**
     * Each row's hash is computed anew from its content and from the hash before it; the head kept apart must be the last row's, so that a
     * tail that was cut off is noticed as well. Where the first rows have left with their partition, the chain goes on from their anchor, the last one
     * before the first row that is here: rows that went without one are missed. (A head changed together with its tail needs an anchor outside of
     * this database.)
     */
    static final String CHAINS = """
            with base as (
                select c.chain, coalesce(a.seq, 0) as seq, coalesce(a.hash, %2$s) as hash
                from audit_chain c
                left join (select chain, min(seq) as seq from audit_row group by chain) first using (chain)
                left join lateral (
                    select n.seq, n.hash from audit_anchor n where n.chain = c.chain and (first.seq is null or n.seq < first.seq)
                    order by n.seq desc limit 1) a on true),
            checked as (
                select r.chain, r.seq,
                       %1$s
                       and r.seq = base.seq + row_number() over w
                       and prev_hash = coalesce(lag(r.hash) over w, base.hash) as sound
                from audit_row r join base using (chain) window w as (partition by r.chain order by r.seq)),
            here as (
                select chain, count(*) as rows, min(seq) filter (where not sound) as broken from checked group by chain)
            select c.chain, c.length as rows,
                   coalesce(h.broken, case when c.length <> base.seq + coalesce(h.rows, 0)
                                  or (c.length > 0 and c.head is distinct from coalesce(
                                      (select hash from audit_row r where r.chain = c.chain order by seq desc limit 1), base.hash))
                                then c.length end) as first_broken_seq
            from audit_chain c join base using (chain) left join here h using (chain) order by c.chain""".formatted(FITS, GENESIS);

    /** True when one of them is broken. */
    public static final String BROKEN =
            "select exists (select from (%s) k where first_broken_seq is not null)".formatted(CHAINS);

    private ChainCheck() {}
}
