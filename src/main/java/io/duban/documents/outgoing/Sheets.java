package io.duban.documents.outgoing;

import io.duban.platform.persistence.Versioned;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads all rows that hang on a document: signers, co-signers, opinions, bodies, verbal approvals, deliveries. */
@Component
class Sheets {

    private final R2dbcEntityTemplate template;

    Sheets(R2dbcEntityTemplate template) {
        this.template = template;
    }

    Mono<Rows> of(UUID documentId) {
        return Flux.concat(
                        rows(OutgoingSigner.class, documentId, "round", "seat"),
                        rows(CosignRequest.class, documentId, "round", "unitId"),
                        rows(LegalReview.class, documentId, "requestedAt"),
                        rows(Countersigner.class, documentId, "round", "unitId"),
                        rows(VerbalApproval.class, documentId, "recordedAt"),
                        rows(Delivery.class, documentId, "unitId"))
                .collectList()
                .map(Rows::new);
    }

    /** The rows of many documents, in as many queries as of one. */
    Mono<Map<UUID, Rows>> ofAll(Collection<UUID> documentIds) {
        return Flux.concat(
                        rows(OutgoingSigner.class, OutgoingSigner::documentId, documentIds, "round", "seat"),
                        rows(CosignRequest.class, CosignRequest::documentId, documentIds, "round", "unitId"),
                        rows(LegalReview.class, LegalReview::documentId, documentIds, "requestedAt"),
                        rows(Countersigner.class, Countersigner::documentId, documentIds, "round", "unitId"),
                        rows(VerbalApproval.class, VerbalApproval::documentId, documentIds, "recordedAt"),
                        rows(Delivery.class, Delivery::documentId, documentIds, "unitId"))
                .collect(Collectors.groupingBy(
                        Owned::documentId,
                        Collectors.mapping(Owned::row, Collectors.collectingAndThen(Collectors.toList(), Rows::new))));
    }

    private record Owned(UUID documentId, Versioned row) {}

    private <R extends Versioned> Flux<Owned> rows(
            Class<R> kind, Function<R, UUID> owner, Collection<UUID> documentIds, String... order) {
        return template.select(kind)
                .matching(Query.query(Criteria.where("documentId").in(documentIds))
                        .sort(Sort.by(order)))
                .all()
                .map(row -> new Owned(owner.apply(row), row));
    }

    private <R extends Versioned> Flux<Versioned> rows(Class<R> kind, UUID documentId, String... order) {
        return template.select(kind)
                .matching(
                        Query.query(Criteria.where("documentId").is(documentId)).sort(Sort.by(order)))
                .all()
                .cast(Versioned.class);
    }
}
