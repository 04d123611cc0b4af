package io.duban.platform.uploads;

import io.duban.contract.DeclaredFileDto;
import io.duban.contract.DeclaredFilesApi;
import io.duban.contract.FileWithdrawalDto;
import io.duban.platform.commands.Commands;
import io.duban.platform.identity.Access;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the declared files' part of the contract: translation only. */
@RestController
class DeclaredFileController implements DeclaredFilesApi {

    private final Commands commands;
    private final DeclarationKeeping keeping;
    private final DeclaredFileReading reading;
    private final DeclaredFileMapper mapper;

    DeclaredFileController(
            Commands commands, DeclarationKeeping keeping, DeclaredFileReading reading, DeclaredFileMapper mapper) {
        this.commands = commands;
        this.keeping = keeping;
        this.reading = reading;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<DeclaredFileDto>> getDeclaredFile(UUID id, ServerWebExchange exchange) {
        return keeping.requireOwn(id, Access.of(exchange).officer())
                .flatMap(own -> reading.of(own.file()))
                .map(mapper::toDto)
                .map(ResponseEntity::ok);
    }

    @Override
    public Mono<ResponseEntity<DeclaredFileDto>> withdrawDeclaredFile(
            UUID id, UUID key, Mono<FileWithdrawalDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                DeclaredFileDto.class,
                command -> keeping.withdraw(id, dto.getReason(), command),
                (change, command) -> ResponseEntity.ok(mapper.toDto(DeclaredFilesView.Item.of(change.file())))));
    }
}
