package io.duban.documents.outgoing;

import io.duban.platform.persistence.Versioned;
import java.util.UUID;
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

    private <R extends Versioned> Flux<Versioned> rows(Class<R> kind, UUID documentId, String... order) {
        return template.select(kind)
                .matching(
                        Query.query(Criteria.where("documentId").is(documentId)).sort(Sort.by(order)))
                .all()
                .cast(Versioned.class);
    }
}
