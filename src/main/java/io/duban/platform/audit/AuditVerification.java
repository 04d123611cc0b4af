package io.duban.platform.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How the audit trail stands: what the walks found, and what was added since, verified now as far as it is no more than a piece of each chain. */
@Component
class AuditVerification {

    private final AuditBookmarks bookmarks;
    private final ChainBreaks breaks;

    AuditVerification(AuditBookmarks bookmarks, ChainBreaks breaks) {
        this.bookmarks = bookmarks;
        this.breaks = breaks;
    }

    /**
     * A chain.
     *
     * @param rows how many it has
     * @param firstBroken null when nothing of it is known to be broken
     * @param verifiedSeq up to which row it was verified before
     * @param verifiedAt when; null for never
     * @param pendingRows how many rows at its end nobody has looked at yet
     * @param walkedAt when it was last walked over as a whole; null for never
     */
    record Chain(
            int chain,
            long rows,
            @Nullable ChainBreak firstBroken,
            long verifiedSeq,
            @Nullable Instant verifiedAt,
            long pendingRows,
            @Nullable Instant walkedAt) {

        boolean intact() {
            return firstBroken == null;
        }
    }

    /**
     * All chains.
     *
     * @param walkedAt since when at the latest each row was looked at; null while one chain was never walked over
     */
    record Trail(
            List<Chain> chains, long pendingRows, @Nullable Instant walkedAt) {

        static Trail of(List<Chain> chains) {
            var walked = chains.stream()
                    .map(Chain::walkedAt)
                    .filter(Objects::nonNull)
                    .sorted()
                    .toList();
            return new Trail(
                    chains,
                    chains.stream().mapToLong(Chain::pendingRows).sum(),
                    walked.size() == chains.size() ? walked.get(0) : null);
        }

        boolean intact() {
            return chains.stream().allMatch(Chain::intact);
        }
    }

    Mono<Trail> now() {
        return Mono.zip(
                        breaks.open().collectList(),
                        bookmarks
                                .of(AuditBookmark.Walk.WHOLE)
                                .collectMap(whole -> whole.bookmark().chain()))
                .flatMap(known -> bookmarks
                        .of(AuditBookmark.Walk.ADDED)
                        .collectList()
                        .flatMapIterable(chains -> chains)
                        .concatMap(chain -> chain(
                                chain,
                                known.getT1(),
                                Objects.requireNonNull(
                                        known.getT2().get(chain.bookmark().chain()))))
                        .collectList())
                .map(Trail::of);
    }

    private Mono<Chain> chain(
            AuditBookmarks.Remembered added, List<ChainBreak> known, AuditBookmarks.Remembered whole) {
        var bookmark = added.bookmark();
        return bookmarks.piece(bookmark, AuditWalk.PIECE).map(piece -> {
            var first = Stream.concat(
                            known.stream().filter(one -> one.chain() == bookmark.chain()),
                            Stream.of(added.forged(), whole.forged(), piece.broken(bookmark, AuditWalk.PIECE))
                                    .filter(Objects::nonNull))
                    .min(Comparator.comparingLong(ChainBreak::seq));
            return new Chain(
                    bookmark.chain(),
                    piece.length(),
                    first.orElse(null),
                    bookmark.seq(),
                    bookmark.seq() == 0 ? null : bookmark.movedAt(),
                    Math.max(0, piece.isEnd(AuditWalk.PIECE) ? 0 : piece.length() - piece.seq()),
                    whole.bookmark().endedAt());
        });
    }
}
