package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What platforms above have sent. */
interface UpstreamVersions extends Repository<UpstreamVersion, UUID> {

    @Query("""
            select * from hotline_source_version
            where source_system = $1 and source_id = $2 and source_version = $3 and kind = $4""")
    Mono<UpstreamVersion> find(String system, String id, long version, String kind);

    Flux<UpstreamVersion> findByTicketIdOrderByReceivedAt(UUID ticketId);
}
