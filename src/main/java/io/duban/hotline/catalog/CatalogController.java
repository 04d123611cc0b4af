package io.duban.hotline.catalog;

import io.duban.contract.HotlineCatalogApi;
import io.duban.contract.HotlineCatalogDto;
import io.duban.contract.HotlineCatalogImportDto;
import io.duban.contract.HotlineCategoryListDto;
import io.duban.hotline.catalog.CatalogImporting.Upload;
import io.duban.platform.commands.Commands;
import io.duban.platform.web.Versions;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the page of the categories and the dispatch catalogue: translation only. */
@RestController
class CatalogController implements HotlineCatalogApi {

    private final Commands commands;
    private final Workbooks workbooks;
    private final CatalogImporting importing;
    private final CatalogReading reading;
    private final DispatchCatalog dispatchCatalog;
    private final CatalogMapper mapper;

    CatalogController(
            Commands commands,
            Workbooks workbooks,
            CatalogImporting importing,
            CatalogReading reading,
            DispatchCatalog dispatchCatalog,
            CatalogMapper mapper) {
        this.commands = commands;
        this.workbooks = workbooks;
        this.importing = importing;
        this.reading = reading;
        this.dispatchCatalog = dispatchCatalog;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<HotlineCategoryListDto>> listHotlineCategories(
            String q, String parentCode, Integer limit, ServerWebExchange exchange) {
        return dispatchCatalog.current().map(catalogue -> {
            var found = q == null ? catalogue.under(parentCode) : catalogue.search(q);
            var items = found.limit(limit).map(mapper::toDto).toList();
            return ResponseEntity.ok(new HotlineCategoryListDto(catalogue.edition(), items));
        });
    }

    @Override
    public Mono<ResponseEntity<HotlineCatalogDto>> getHotlineCatalog(ServerWebExchange exchange) {
        return reading.inForce().map(this::answer);
    }

    @Override
    public Mono<ResponseEntity<HotlineCatalogDto>> importHotlineCatalog(
            UUID key, String ifMatch, Mono<HotlineCatalogImportDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.ask(
                        exchange, new Named(dto.getFileName(), mapper.toCodes(dto.getUnits())), asked -> read(dto)))
                .flatMap(upload -> commands.execute(
                        exchange,
                        upload,
                        HotlineCatalogDto.class,
                        command -> importing.load(upload, command),
                        (catalog, command) -> answer(catalog)));
    }

    /** What is told about a sheet, looked at before the sheet itself is opened: a state secret's mark stops it at once. */
    private record Named(@Nullable String fileName, Map<String, UUID> units) {}

    private ResponseEntity<HotlineCatalogDto> answer(Catalog catalog) {
        return ResponseEntity.ok().eTag(Versions.etag(catalog.version())).body(mapper.toDto(catalog));
    }

    private Mono<Upload> read(HotlineCatalogImportDto dto) {
        var departments = dto.getDepartmentsFile() == null
                ? Mono.just(Optional.<Sheet>empty())
                : workbooks.read(dto.getDepartmentsFile(), "/departmentsFile").map(Optional::of);
        return workbooks
                .read(dto.getFile(), "/file")
                .zipWith(
                        departments,
                        (sheet, explained) -> new Upload(
                                dto.getFileName(), sheet, explained.orElse(null), mapper.toCodes(dto.getUnits())));
    }
}
