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

/** Implements the transfers' part of the contract: translation only. */
@RestController
class ClueTransferController implements ClueTransfersApi {

    private final PaperAnswers answers;
    private final PaperDesk desk;
    private final Transferring transferring;
    private final PaperMapper mapper;
    private final Shown<ClueTransfer, ClueTransferDto> shown;

    ClueTransferController(PaperAnswers answers, PaperDesk desk, Transferring transferring, PaperMapper mapper) {
        this.answers = answers;
        this.desk = desk;
        this.transferring = transferring;
        this.mapper = mapper;
        this.shown = new Shown<>(
                "/v1/clue-transfers/",
                ClueTransferDto.class,
                (paper, access) -> mapper.toTransfer(PaperView.of(paper, access)));
    }

    @Override
    public Mono<ResponseEntity<ClueTransferDto>> proposeClueTransfer(
            UUID key, Mono<TransferProposalDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto ->
                answers.execute(shown, exchange, dto, command -> transferring.propose(mapper.toOrder(dto), command)));
    }

    @Override
    public Mono<ResponseEntity<ClueTransferDto>> decideClueTransfer(
            UUID transferId, UUID key, String ifMatch, Mono<PaperVerdictDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(
                shown,
                exchange,
                dto,
                command -> transferring.decide(
                        TransferMove.valueOf(dto.getVerdict().name()), transferId, dto.getOpinion(), command)));
    }

    @Override
    public Mono<ResponseEntity<ClueTransferDto>> handOverClueTransfer(
            UUID transferId, UUID key, String ifMatch, Mono<PaperReceiptDto> body, ServerWebExchange exchange) {
        return body.flatMap(
                dto -> answers.execute(shown, exchange, dto, command -> transferring.handOver(transferId, command)));
    }

    @Override
    public Mono<ResponseEntity<ClueTransferDto>> confirmClueTransferReceipt(
            UUID transferId, UUID key, String ifMatch, Mono<TransferReceiptDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> answers.execute(
                shown,
                exchange,
                dto,
                command -> transferring.confirmReceipt(transferId, dto.getReceivedOn(), command)));
    }

    @Override
    public Mono<ResponseEntity<ClueTransferDto>> getClueTransfer(UUID transferId, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        return transferring.require(transferId, access).map(paper -> shown.existing(paper, access));
    }

    @Override
    public Mono<ResponseEntity<SupervisionPaperPageDto>> listClueTransfers(
            List<TransferStatusDto> status, UUID matterId, Integer limit, String cursor, ServerWebExchange exchange) {
        transferring.requireInsider(Access.of(exchange));
        return desk.page(
                "supervision_clue_transfer", new PaperDesk.Asked(status, matterId, null, limit, cursor), exchange);
    }
}
