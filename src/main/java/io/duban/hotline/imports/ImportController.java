package io.duban.hotline.imports;

import io.duban.contract.HotlineImportStartedDto;
import io.duban.contract.HotlineImportsApi;
import io.duban.platform.commands.Commands;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Cursors;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Implements the page of imports: translation only. */
@RestController
class ImportController implements HotlineImportsApi {

    private static final String NEXT = "Next-Cursor";
    private static final CSVFormat REPORT = CSVFormat.RFC4180
            .builder()
            .setHeader("row", "sourceId", "outcome", "ticketNumber", "ticketId", "code", "reason")
            .get();

    private final Commands commands;
    private final Importing importing;
    private final ImportProperties limits;
    private final ImportThreads threads;
    private final Cursors cursors;

    ImportController(
            Commands commands, Importing importing, ImportProperties limits, ImportThreads threads, Cursors cursors) {
        this.commands = commands;
        this.importing = importing;
        this.limits = limits;
        this.threads = threads;
        this.cursors = cursors;
    }

    /** Off the event loop: a whole file is read and searched for the marks of state secrets. */
    @Override
    public Mono<ResponseEntity<HotlineImportStartedDto>> importHotlineTickets(
            UUID key,
            String mapping,
            Flux<DataBuffer> body,
            String sourceSystem,
            String title,
            ServerWebExchange exchange) {
        return threads.goesOn(DataBufferUtils.join(
                                body, Math.toIntExact(limits.mostBytes().toBytes()))
                        .map(ImportController::bytes)
                        .defaultIfEmpty(new byte[0]))
                .flatMap(content -> commands.execute(
                        exchange,
                        List.of(new String(content, StandardCharsets.UTF_8)),
                        HotlineImportStartedDto.class,
                        command ->
                                importing.start(new Importing.Received(mapping, sourceSystem, title, content), command),
                        (operation, command) -> ResponseEntity.accepted()
                                .location(URI.create("/v1/operations/" + operation.id()))
                                .body(new HotlineImportStartedDto(operation.id(), operation.total()))));
    }

    @Override
    public Mono<ResponseEntity<String>> getHotlineImportReport(
            UUID importId, Integer limit, String cursor, ServerWebExchange exchange) {
        var officer = Access.of(exchange).officer();
        var person = officer.id().toString();
        var after = cursors.open(cursor, person, exchange)
                .map(place -> Long.parseLong(place.get(0)))
                .orElse(0L);
        return importing
                .report(importId, after, limit + 1, officer)
                .map(rows -> cursors.page(rows, limit, row -> List.of(Long.toString(row.number())), person, exchange))
                .map(page -> {
                    var answer = ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
                    if (page.nextCursor() != null) {
                        answer.header(NEXT, page.nextCursor());
                    }
                    return answer.body(csv(page.items()));
                });
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static String csv(List<ImportRow> rows) {
        var text = new StringWriter();
        try (var csv = new CSVPrinter(text, REPORT)) {
            for (var row : rows) {
                csv.printRecord(
                        row.number(),
                        row.sourceId(),
                        row.outcome(),
                        row.ticketNumber(),
                        row.ticketId(),
                        row.code(),
                        row.reason());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory takes every row", impossible);
        }
        return text.toString();
    }
}
