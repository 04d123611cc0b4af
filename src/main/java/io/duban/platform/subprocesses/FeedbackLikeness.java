package io.duban.platform.subprocesses;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the result of the last year that a text reads like most. Counted in the database: no text of another unit travels. */
@Component
public class FeedbackLikeness {

    private static final Duration A_YEAR = Duration.ofDays(365);

    /**
     * Bounded: the 500 newest that have about as many pairs, which is more than a district's year of results of one length. Of the same piece of
     * work only a text in which nothing was changed at all.
     */
    private static final String MOST_ALIKE = """
            select id, 2.0 * common.pairs / (size + :size) as likeness
            from (select id, pairs, cardinality(pairs) as size, submitted_at from %1$s
                  where submitted_at > :since and cardinality(pairs) between :fewest and :most
                    and (%2$s <> :work or pairs = :pairs)
                  order by submitted_at desc limit 500) candidate
            cross join lateral (select count(*) as pairs from unnest(candidate.pairs) pair where pair = any(:pairs)) common
            where size > 0 and 2.0 * common.pairs / (size + :size) >= :copied
            order by likeness desc, submitted_at desc limit 1""";

    private final DatabaseClient database;

    FeedbackLikeness(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Which results a text is compared with.
     *
     * @param table has the columns {@code id}, {@code pairs} and {@code submitted_at}
     * @param work its column that says which piece of work a result is of
     */
    public record Corpus(String table, String work) {}

    /** An earlier result a text reads like, and how much. */
    public record Resemblance(UUID id, double likeness) {}

    /** Empty when it reads like none. */
    public Mono<Resemblance> mostAlike(Corpus corpus, UUID workId, String text, Instant now) {
        var pairs = new FeedbackText(text).pairs();
        return database.sql(MOST_ALIKE.formatted(corpus.table(), corpus.work()))
                .bind("work", workId)
                .bind("pairs", pairs.toArray(String[]::new))
                .bind("size", pairs.size())
                .bind("fewest", FeedbackText.fewest(pairs.size()))
                .bind("most", FeedbackText.most(pairs.size()))
                .bind("copied", FeedbackText.COPIED)
                .bind("since", now.minus(A_YEAR))
                .map(row -> new Resemblance(row.get("id", UUID.class), row.get("likeness", Double.class)))
                .one();
    }
}
