package io.duban.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * What was found in some rows of a chain, read by one short statement.
 *
 * @param length how many rows the chain's head counts
 * @param rows how many were read
 * @param seq the last of them; where they were to begin when there are none
 * @param hash of that row
 * @param brokenSeq the first that does not fit; null when all do
 * @param torn whether that one does not follow the one before it, rather than being changed itself
 * @param rooted whether the row they begin behind is still there as it was remembered
 * @param alone whether that row is the only one of its number, and none stands before the first
 * @param headFits whether {@code hash} is the chain's head
 */
record ChainPiece(
        long length,
        long rows,
        long seq,
        byte[] hash,
        @Nullable Long brokenSeq,
        boolean torn,
        boolean rooted,
        boolean alone,
        boolean headFits) {

    /**
     * Rows of one chain behind a number, each checked as {@link ChainCheck#CHAINS} does. Where the row of that number has left with its partition, they
     * begin behind the anchor. A chain whose head was taken away has no rows that fit it.
     */
    static final String SQL = """
            with start as (
                select c.chain, c.length, c.head, coalesce(a.seq, :seq) as seq, coalesce(a.hash, :hash, %2$s) as hash
                from (select k.chain, coalesce(h.length, 0) as length, h.head
                    from (select :chain::int as chain) k left join audit_chain h on h.chain = k.chain) c left join lateral (
                    select n.seq, n.hash from audit_anchor n where n.chain = c.chain and n.seq > :seq
                        and n.seq < coalesce((select min(r.seq) from audit_row r where r.chain = c.chain), 9223372036854775807)
                    order by n.seq desc limit 1) a on true),
            piece as materialized (
                select r.seq, r.hash, r.prev_hash, %1$s as fits
                from audit_row r where r.chain = :chain and r.seq > (select seq from start) order by r.seq limit :most),
            checked as (
                select p.seq, p.fits, p.seq = lag(p.seq, 1, s.seq) over w + 1 and p.prev_hash = lag(p.hash, 1, s.hash) over w as follows
                from piece p, start s window w as (order by p.seq)),
            found as (select count(*) as rows, max(seq) as seq, min(seq) filter (where not (fits and follows)) as broken_seq from checked),
            reached as (
                select coalesce(f.seq, s.seq) as seq, coalesce((select hash from piece order by seq desc limit 1), s.hash) as hash
                from start s, found f)
            select s.length, f.rows, e.seq, e.hash, f.broken_seq, coalesce(s.length = e.seq and s.head = e.hash, false) as head_fits,
                   coalesce((select bool_or(not k.follows) from checked k where k.seq = f.broken_seq), false) as torn,
                   s.seq = 0 or exists (select from audit_row r where r.chain = s.chain and r.seq = s.seq and r.hash = s.hash)
                       or exists (select from audit_anchor n where n.chain = s.chain and n.seq = s.seq and n.hash = s.hash) as rooted,
                   (select count(*) from (
                        select from audit_row r where r.chain = s.chain and r.seq <= s.seq and (r.seq = s.seq or s.seq = 0) limit 2) w)
                       <= least(s.seq, 1) as alone
            from start s, found f, reached e""".formatted(ChainCheck.FITS, ChainCheck.GENESIS);

    /** What is wrong with them first; null when nothing is. Of so many asked for behind {@code from}, fewer are the end of the chain. */
    @Nullable
    ChainBreak broken(AuditBookmark from, int most) {
        if (from.seq() > length || !rooted) {
            return new ChainBreak(from.chain(), Math.min(from.seq(), length + 1), ChainBreak.Finding.VERIFIED_ROW_GONE);
        }
        if (!alone) {
            return new ChainBreak(from.chain(), Math.max(1, from.seq()), ChainBreak.Finding.ROW_MISSING);
        }
        if (brokenSeq != null) {
            return new ChainBreak(
                    from.chain(), brokenSeq, torn ? ChainBreak.Finding.ROW_MISSING : ChainBreak.Finding.ROW_CHANGED);
        }
        return (isEnd(most) || seq > length) && !headFits
                ? new ChainBreak(from.chain(), Math.max(1, length), ChainBreak.Finding.HEAD_DIFFERS)
                : null;
    }

    boolean isEnd(int most) {
        return rows < most;
    }
}
