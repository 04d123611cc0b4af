package io.duban.platform.realtime;

import io.duban.contract.AlertLightDto;
import io.duban.contract.EventDataDto;
import io.duban.contract.EventPriorityDto;
import io.duban.contract.OfficeEventDto;
import io.duban.platform.events.Cursor;
import io.duban.platform.events.EventNames;
import io.duban.platform.events.LoggedEvent;
import io.duban.platform.web.Times;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts events into thin CloudEvents 1.0 envelopes: enough to know what to fetch, nothing that would need masking. */
@Component
class Envelopes {

    private final EventNames names;
    private final Times times;
    private final JsonMapper json;

    Envelopes(EventNames names, Times times, JsonMapper json) {
        this.names = names;
        this.times = times;
        this.json = json;
    }

    OfficeEventDto toContract(LoggedEvent event, String epoch) {
        return new OfficeEventDto(
                EventNames.SPECIFICATION,
                event.id(),
                names.source(),
                names.type(event.type()),
                names.subject(event),
                times.toContract(event.occurredAt()),
                "application/json",
                new Cursor(epoch, event.position()).toString(),
                data(event));
    }

    Frame toFrame(LoggedEvent event, String epoch) {
        var text = json.writeValueAsString(toContract(event, epoch));
        return Frame.of(Frames.event(new Cursor(epoch, event.position()), names.type(event.type()), text));
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
