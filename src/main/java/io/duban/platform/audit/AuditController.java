package io.duban.platform.audit;

import io.duban.contract.AuditApi;
import io.duban.contract.AuditChainDto;
import io.duban.contract.AuditRowDto;
import io.duban.contract.AuditRowPageDto;
import io.duban.contract.AuditVerificationDto;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.MappingRules;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The audit trail, for the security auditor at a desktop. */
@RestController
class AuditController implements AuditApi {

    private final AuditReading reading;
    private final AuditVerification verification;
    private final AuditMapper mapper;
    private final Cursors cursors;

    AuditController(AuditReading reading, AuditVerification verification, AuditMapper mapper, Cursors cursors) {
        this.reading = reading;
        this.verification = verification;
        this.mapper = mapper;
        this.cursors = cursors;
    }

    @Override
    public Mono<ResponseEntity<AuditRowPageDto>> listAuditRows(
            UUID subjectId, Integer limit, String cursor, ServerWebExchange exchange) {
        var me = Access.of(exchange).officer().id().toString();
        var last = cursors.open(cursor, me, exchange).map(AuditController::place);
        return reading.rows(subjectId, last.orElse(null), limit + 1)
                .collectList()
                .map(rows -> cursors.page(rows, limit, AuditController::position, me, exchange))
                .map(page -> ResponseEntity.ok(new AuditRowPageDto(
                                page.items().stream().map(mapper::toDto).toList())
                        .nextCursor(page.nextCursor())));
    }

    @Override
    public Mono<ResponseEntity<AuditVerificationDto>> verifyAudit(ServerWebExchange exchange) {
        return verification.now().map(trail -> ResponseEntity.ok(mapper.toDto(trail)));
    }

    private static List<String> position(AuditReading.Row row) {
        return List.of(row.recordedAt().toString(), Integer.toString(row.chain()), Long.toString(row.seq()));
    }

    private static AuditReading.Place place(List<String> position) {
        return new AuditReading.Place(
                Instant.parse(position.get(0)), Integer.parseInt(position.get(1)), Long.parseLong(position.get(2)));
    }

    @Mapper(config = MappingRules.class)
    interface AuditMapper {

        AuditRowDto toDto(AuditReading.Row row);

        @org.mapstruct.Mapping(target = "intact", expression = "java(trail.intact())")
        AuditVerificationDto toDto(AuditVerification.Trail trail);

        @org.mapstruct.Mapping(target = "intact", expression = "java(chain.intact())")
        @org.mapstruct.Mapping(target = "firstBrokenSeq", source = "firstBroken.seq")
        @org.mapstruct.Mapping(target = "finding", source = "firstBroken.finding")
        AuditChainDto toDto(AuditVerification.Chain chain);
    }
}
