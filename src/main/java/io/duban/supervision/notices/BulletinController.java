package io.duban.supervision.notices;

import io.duban.contract.*;
import io.duban.platform.identity.Access;
import io.duban.supervision.notices.PaperAnswers.Shown;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the bulletins' part of the contract: translation only. */
@RestController
class BulletinController implements SupervisionBulletinsApi {

    private final PaperAnswers answers;
    private final PaperDesk desk;
    private final BulletinWork work;
    private final PaperMapper mapper;
    private final Shown<BulletinFile, SupervisionBulletinDto> shown;

    BulletinController(PaperAnswers answers, PaperDesk desk, BulletinWork work, PaperMapper mapper, Clock clock) {
        this.answers = answers;
        this.desk = desk;
        this.work = work;
        this.mapper = mapper;
        this.shown = new Shown<>(
                "/v1/supervision-bulletins/",
                SupervisionBulletinDto.class,
                (paper, access) -> mapper.toBulletin(BulletinView.of(paper, access, clock.instant())));
    }

    @Override
    public Mono<ResponseEntity<SupervisionBulletinDto>> draftSupervisionBulletin(
            UUID key, Mono<BulletinDraftDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                answers.execute(shown, exchange, dto, command -> work.drafting().draft(mapper.toOrder(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionBulletinDto>> editSupervisionBulletin(
            UUID bulletinId, UUID key, String ifMatch, Mono<BulletinDraftDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(
                shown, exchange, dto, command -> work.drafting().edit(bulletinId, mapper.toOrder(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionBulletinDto>> submitSupervisionBulletin(
            UUID bulletinId, UUID key, String ifMatch, Mono<BulletinNoteDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(
                shown, exchange, dto, command -> work.drafting().submit(bulletinId, dto.getNote(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionBulletinDto>> hearBulletinUnits(
            UUID bulletinId, UUID key, String ifMatch, Mono<BulletinNoteDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(
                shown, exchange, dto, command -> work.hearing().open(bulletinId, dto.getNote(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionBulletinDto>> commentOnBulletin(
            UUID bulletinId, UUID key, Mono<BulletinCommentDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(
                shown,
                exchange,
                dto,
                command -> work.hearing().comment(bulletinId, dto.getUnitId(), dto.getComment(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionBulletinDto>> returnSupervisionBulletin(
            UUID bulletinId, UUID key, String ifMatch, Mono<BulletinReasonDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(
                shown, exchange, dto, command -> work.hearing().giveBack(bulletinId, dto.getReason(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionBulletinDto>> signSupervisionBulletin(
            UUID bulletinId, UUID key, String ifMatch, Mono<BulletinNoteDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(
                shown, exchange, dto, command -> work.issuing().sign(bulletinId, dto.getNote(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionBulletinDto>> issueSupervisionBulletin(
            UUID bulletinId, UUID key, String ifMatch, Mono<BulletinNoteDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                answers.execute(shown, exchange, dto, command -> work.issuing().issue(bulletinId, command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionBulletinDto>> cancelSupervisionBulletin(
            UUID bulletinId, UUID key, String ifMatch, Mono<BulletinReasonDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(
                shown, exchange, dto, command -> work.hearing().cancel(bulletinId, dto.getReason(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionBulletinDto>> confirmBulletinReading(
            UUID bulletinId, UUID key, Mono<BulletinReaderDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(
                shown, exchange, dto, command -> work.issuing().confirmReading(bulletinId, dto.getUnitId(), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionBulletinDto>> correctSupervisionBulletin(
            UUID bulletinId, UUID key, Mono<BulletinCorrectionDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(
                shown, exchange, dto, command -> work.correcting().draft(bulletinId, mapper.toOrder(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<SupervisionBulletinDto>> getSupervisionBulletin(
            UUID bulletinId, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        return work.files().require(bulletinId, access).map(paper -> shown.existing(paper, access));
    }

    @Override
    public Mono<ResponseEntity<SupervisionPaperPageDto>> listSupervisionBulletins(
            List<BulletinStatusDto> status,
            UUID matterId,
            UUID unitId,
            Integer limit,
            String cursor,
            ServerWebExchange exchange) {
        return desk.page(
                "supervision_bulletin", new PaperDesk.Asked(status, matterId, unitId, limit, cursor), exchange);
    }
}
