package io.duban.platform.uploads;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.data.r2dbc.repository.Modifying;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The uploads under way. They are the transport's own rows, no step of anybody's work, and so no command writes them. */
interface Uploads extends Repository<Upload, UUID> {

    Mono<Upload> findById(UUID id);

    Flux<Upload> findByIdIn(Collection<UUID> ids);

    Flux<Upload> findByExpiresAtBeforeAndRefusedCodeIsNull(Instant now);

    /**
     * Opens it, or opens it anew, unless its declarer has so many open already; one statement instead of a question and an answer.
     *
     * @param most how many others of this person may be open at the most
     * @return 0 when there are as many
     */
    @Modifying
    @Query("""
            insert into upload (id, opened_at, expires_at)
            select :id, :now, :expires where :most > (
                select count(*) from upload u join declared_file f on f.id = u.id
                where f.declared_by = :person and u.refused_code is null and u.expires_at > :now and u.id <> :id)
            on conflict (id) do update set opened_at = :now, expires_at = :expires, refused_code = null, refused_at = null""")
    Mono<Integer> open(UUID id, UUID person, int most, Instant now, Instant expires);

    @Modifying
    @Query("update upload set refused_code = :code, refused_at = :now where id = :id")
    Mono<Integer> refuse(UUID id, String code, Instant now);

    @Modifying
    @Query("delete from upload where id = :id")
    Mono<Integer> close(UUID id);
}
