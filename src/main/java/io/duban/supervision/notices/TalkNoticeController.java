package io.duban.supervision.notices;

import io.duban.contract.*;
import io.duban.platform.identity.Access;
import io.duban.supervision.notices.PaperAnswers.Shown;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the talk notices' part of the contract: translation only. */
@RestController
class TalkNoticeController implements TalkNoticesApi {

    private final PaperAnswers answers;
    private final PaperDesk desk;
    private final Talking talking;
    private final PaperMapper mapper;
    private final Shown<TalkNotice, TalkNoticeDto> shown;

    TalkNoticeController(PaperAnswers answers, PaperDesk desk, Talking talking, PaperMapper mapper) {
        this.answers = answers;
        this.desk = desk;
        this.talking = talking;
        this.mapper = mapper;
        this.shown = new Shown<>(
                "/v1/talk-notices/",
                TalkNoticeDto.class,
                (paper, access) -> mapper.toTalk(PaperView.of(paper, access)));
    }

    @Override
    public Mono<ResponseEntity<TalkNoticeDto>> proposeTalkNotice(
            UUID key, Mono<TalkProposalDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> answers.execute(shown, exchange, dto, command -> talking.propose(mapper.toOrder(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<TalkNoticeDto>> decideTalkNotice(
            UUID talkId, UUID key, String ifMatch, Mono<PaperVerdictDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(shown, exchange, dto, command -> switch (dto.getVerdict()) {
            case APPROVE -> talking.approve(talkId, dto.getOpinion(), command);
            case REJECT -> talking.reject(talkId, dto.getOpinion(), command);
        }));
    }

    @Override
    public Mono<ResponseEntity<TalkNoticeDto>> signForTalkNotice(
            UUID talkId, UUID key, String ifMatch, Mono<PaperReceiptDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(shown, exchange, dto, command -> talking.signFor(talkId, command)));
    }

    @Override
    public Mono<ResponseEntity<TalkNoticeDto>> recordTalk(
            UUID talkId, UUID key, String ifMatch, Mono<TalkRecordDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(
                shown, exchange, dto, command -> talking.record(talkId, mapper.toRecord(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<TalkNoticeDto>> getTalkNotice(UUID talkId, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        return talking.require(talkId, access).map(paper -> shown.existing(paper, access));
    }

    @Override
    public Mono<ResponseEntity<SupervisionPaperPageDto>> listTalkNotices(
            List<TalkStatusDto> status,
            UUID matterId,
            UUID unitId,
            Integer limit,
            String cursor,
            ServerWebExchange exchange) {
        return desk.page(
                "supervision_talk_notice", new PaperDesk.Asked(status, matterId, unitId, limit, cursor), exchange);
    }
}
