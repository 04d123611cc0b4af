package io.duban.platform.realtime;

import io.duban.contract.AlertLightDto;
import io.duban.contract.EventDataDto;
import io.duban.contract.EventPriorityDto;
import io.duban.contract.OfficeEventDto;
import io.duban.platform.events.Cursor;
import io.duban.platform.events.EventNames;
import io.duban.platform.events.LoggedEvent;
import io.duban.platform.web.Times;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts events into thin CloudEvents 1.0 envelopes: enough to know what to fetch, nothing that would need masking. */
@Component
class Envelopes {

    private static final String JSON = "application/json";

    private final EventNames names;
    private final Times times;

    Envelopes(EventNames names, Times times) {
        this.names = names;
        this.times = times;
    }

    OfficeEventDto toContract(LoggedEvent event, String epoch) {
        return new OfficeEventDto(
                EventNames.SPECIFICATION,
                event.id(),
                names.source(),
                names.type(event.type()),
                names.subject(event),
                times.toContract(event.occurredAt()),
                JSON,
                new Cursor(epoch, event.position()).toString(),
                data(event));
    }

    /** The same as JSON on the stream, written by hand: this is done for every event, and by mapping would cost five times as much. */
    Frame toFrame(LoggedEvent event, String epoch) {
        return Press.frame(text -> write(event, new Cursor(epoch, event.position()).toString(), text));
    }

    private void write(LoggedEvent event, String cursor, FrameText text) {
        var type = names.type(event.type());
        text.raw("id: ").raw(cursor).raw("\nevent: ").raw(type);
        text.raw("\ndata: {\"specversion\":").string(EventNames.SPECIFICATION);
        text.raw(",\"id\":").id(event.id());
        text.raw(",\"source\":").string(names.source());
        text.raw(",\"type\":").string(type);
        text.raw(",\"subject\":").string(names.subject(event));
        text.raw(",\"time\":").time(Objects.requireNonNull(times.toContract(event.occurredAt())));
        text.raw(",\"datacontenttype\":").string(JSON);
        text.raw(",\"sequence\":").string(cursor);
        text.raw(",\"data\":{\"subjectType\":").string(event.subjectType());
        text.raw(",\"subjectId\":").id(event.subjectId());
        text.raw(",\"version\":").number(event.subjectVersion());
        text.raw(",\"title\":").string(event.title());
        text.raw(",\"state\":").string(event.state());
        text.raw(",\"priority\":").string(event.priority().name());
        text.raw(",\"light\":").string(event.light().name());
        var dueAt = times.toContract(event.dueAt());
        if (dueAt != null) {
            text.raw(",\"dueAt\":").time(dueAt);
        }
        if (event.onBehalfOf() != null) {
            text.raw(",\"onBehalfOf\":").id(event.onBehalfOf());
        }
        writeUnits(event.unitIds(), text);
        text.raw("}}\n\n");
    }

    private static void writeUnits(List<UUID> unitIds, FrameText text) {
        var before = ",\"unitIds\":[";
        for (var unit : unitIds) {
            text.raw(before).id(unit);
            before = ",";
        }
        text.raw(unitIds.isEmpty() ? before + "]" : "]");
    }

    private EventDataDto data(LoggedEvent event) {
        return new EventDataDto(
                        event.subjectType(),
                        event.subjectId(),
                        event.subjectVersion(),
                        event.title(),
                        event.state(),
                        EventPriorityDto.fromValue(event.priority().name()),
                        AlertLightDto.fromValue(event.light().name()))
                .unitIds(event.unitIds())
                .onBehalfOf(event.onBehalfOf())
                .dueAt(times.toContract(event.dueAt()));
    }
}
