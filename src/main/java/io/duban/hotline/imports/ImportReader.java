package io.duban.hotline.imports;

import io.duban.contract.CitizenDto;
import io.duban.contract.DatumDto;
import io.duban.contract.DemandTypeDto;
import io.duban.contract.HotlineChannelDto;
import io.duban.contract.PlaceDto;
import io.duban.contract.PositionDto;
import io.duban.contract.TicketAcceptanceDto;
import io.duban.platform.problem.Refusal;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a demand of the cells of a row. */
final class ImportReader {

    private final ColumnMapping mapping;
    private final ImportFile file;

    ImportReader(ColumnMapping mapping, ImportFile file) {
        this.mapping = mapping;
        this.file = file;
    }

    ImportLine read(long number, Map<String, String> row) {
        var sourceId = text("sourceId", row);
        try {
            return new ImportLine(number, sourceId, demand(sourceId, row), null);
        } catch (Refusal refusal) {
            return new ImportLine(number, sourceId, null, refusal);
        }
    }

    private TicketAcceptanceDto demand(@Nullable String sourceId, Map<String, String> row) {
        if (sourceId == null) {
            throw Refusal.invalid(
                    "/sourceId", "缺少来源编号,无法保证只受理一次。", "Without a source id nobody can tell it from a second one.");
        }
        var type = parsed("demandType", DemandTypeDto::fromValue, row);
        var citizen = citizen(row);
        if (type == DemandTypeDto.REPORT_WRONGDOING && citizen != null) {
            throw Refusal.invalid(
                    "/demandType",
                    "举报须逐件受理,不得以文件批量传递举报人信息。",
                    "Who reports a wrongdoing does not travel in a file; take it in by itself.");
        }
        var demand = new TicketAcceptanceDto()
                .sourceSystem(file.sourceSystem())
                .sourceId(sourceId)
                .sourceVersion(Objects.requireNonNullElse(parsed("sourceVersion", Long::valueOf, row), 1L))
                .channel(parsed("channel", HotlineChannelDto::fromValue, row))
                .demandType(type)
                .categoryCode(text("categoryCode", row))
                .title(Objects.requireNonNullElse(text("title", row), file.templateTitle()))
                .words(text("words", row))
                .receivedAt(mapping.time("receivedAt", row))
                .keepSecret("true".equals(text("keepSecret", row)));
        return citizen == null
                ? demand.place(place(row))
                : demand.place(place(row)).citizen(citizen);
    }

    private @Nullable PlaceDto place(Map<String, String> row) {
        var address = text("address", row);
        var latitude = parsed("latitude", Double::valueOf, row);
        var longitude = parsed("longitude", Double::valueOf, row);
        var hasPosition = latitude != null && longitude != null;
        if (address == null && !hasPosition) {
            return null;
        }
        var place = new PlaceDto().address(address);
        return hasPosition
                ? place.position(new PositionDto(latitude, longitude).datum(parsed("datum", DatumDto::fromValue, row)))
                : place;
    }

    private @Nullable CitizenDto citizen(Map<String, String> row) {
        var name = text("citizenName", row);
        var phone = text("citizenPhone", row);
        var address = text("citizenAddress", row);
        return name == null && phone == null && address == null
                ? null
                : new CitizenDto()
                        .name(name)
                        .phone(phone)
                        .address(address)
                        .wantsCallback(!"false".equals(text("wantsCallback", row)));
    }

    private @Nullable String text(String member, Map<String, String> row) {
        var text = mapping.text(member, row);
        return text.isEmpty() ? null : text;
    }

    private <T> @Nullable T parsed(String member, Function<String, T> parse, Map<String, String> row) {
        var text = text(member, row);
        try {
            return text == null ? null : parse.apply(text);
        } catch (IllegalArgumentException unreadable) {
            throw Refusal.invalid(
                    "/" + member, "%s 的值不认识。".formatted(member), "%s is not understood.".formatted(member));
        }
    }
}
