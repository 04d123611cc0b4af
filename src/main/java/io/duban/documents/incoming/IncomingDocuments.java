package io.duban.documents.incoming;

import java.util.Collection;
import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The papers as they stand. */
interface IncomingDocuments extends Repository<IncomingDocument, UUID> {

    Mono<IncomingDocument> findById(UUID id);

    Flux<IncomingDocument> findByIdIn(Collection<UUID> ids);

    @Query(
            "select * from incoming_document where source_system = :system and source_id = :id and source_version = :version")
    Mono<IncomingDocument> findBySource(String system, String id, long version);

    /** Whether a paper of this sender and number stands in the register; the index of the same words decides between two at once. */
    @Query("""
            select exists (select 1 from incoming_document
                where coalesce(sender_unit_id::text, btrim(sender_name)) = :sender and sender_number = :number
                  and register_number is not null and status not in ('VOIDED', 'RETURNED_TO_SENDER'))""")
    Mono<Boolean> isRegistered(String sender, String number);
}
