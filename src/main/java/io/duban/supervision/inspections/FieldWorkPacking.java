package io.duban.supervision.inspections;

import io.duban.contract.FieldWorkPackDto;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Directory;
import io.duban.platform.identity.Permissions;
import io.duban.supervision.matters.SupervisionMatter;
import io.duban.supervision.matters.SupervisionMatters;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** An inspector's field work in one answer, with all that he needs where there is no network. */
@Component
class FieldWorkPacking {

    private final FieldInspections inspections;
    private final InspectionFiles files;
    private final SupervisionMatters matters;
    private final Directory directory;
    private final InspectionMapper mapper;
    private final Permissions permissions;
    private final Clock clock;

    FieldWorkPacking(
            FieldInspections inspections,
            InspectionFiles files,
            SupervisionMatters matters,
            Directory directory,
            InspectionMapper mapper,
            Permissions permissions,
            Clock clock) {
        this.inspections = inspections;
        this.files = files;
        this.matters = matters;
        this.directory = directory;
        this.mapper = mapper;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** One inspection, of which matter, and what its unit and its inspectors are called. */
    record Item(InspectionView inspection, SupervisionMatter matter, boolean twoInspectors, Map<UUID, String> names) {}

    Mono<ResponseEntity<FieldWorkPackDto>> pack(@Nullable Instant since, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        return inspections
                .findOf(access.officer().id(), since)
                .concatMap(inspection -> item(inspection, access))
                .collectList()
                .map(items -> answer(items, exchange));
    }

    private Mono<Item> item(FieldInspection inspection, Access access) {
        var ids = new HashSet<>(inspection.team().all());
        ids.add(inspection.mission().unitId());
        return files.opened(inspection)
                .zipWith(matters.findById(inspection.mission().matterId()))
                .zipWith(
                        directory.names(ids),
                        (read, names) -> new Item(
                                InspectionView.of(read.getT1(), access.officer(), permissions, clock.instant()),
                                read.getT2(),
                                Ground.takesTwo(read.getT2()),
                                names));
    }

    private ResponseEntity<FieldWorkPackDto> answer(List<Item> items, ServerWebExchange exchange) {
        var tag = tag(items);
        return exchange.getRequest().getHeaders().getIfNoneMatch().contains(tag)
                ? ResponseEntity.status(304).eTag(tag).build()
                : ResponseEntity.ok()
                        .eTag(tag)
                        .body(new FieldWorkPackDto(
                                items.stream().map(mapper::toDto).toList()));
    }

    /** Of all that is in the pack: versions of inspections and matters, what is still missing, and names. */
    private static String tag(List<Item> items) {
        var content = items.stream()
                .map(item -> item.inspection().inspection().id() + ":"
                        + item.inspection().inspection().version() + ":"
                        + item.inspection().missingPhotoIds().stream().sorted().toList() + ":"
                        + item.matter().version() + ":" + new TreeMap<>(item.names()))
                .collect(Collectors.joining("\n"));
        return "\"" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)) + "\"";
    }
}
