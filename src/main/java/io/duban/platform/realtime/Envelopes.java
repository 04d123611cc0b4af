package io.duban.platform.realtime;

import io.duban.contract.AlertLightDto;
import io.duban.contract.EventDataDto;
import io.duban.contract.EventPriorityDto;
import io.duban.contract.OfficeEventDto;
import io.duban.platform.events.Cursor;
import io.duban.platform.events.LoggedEvent;
import io.duban.platform.web.Times;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts events into thin CloudEvents 1.0 envelopes: enough to know what to fetch, nothing that would need masking. */
@Component
class Envelopes {

    private static final String SPECIFICATION = "1.0";

    private final String district;
    private final Times times;
    private final JsonMapper json;

    Envelopes(@Value("${duban.district}") String district, Times times, JsonMapper json) {
        this.district = district;
        this.times = times;
        this.json = json;
    }

    OfficeEventDto toContract(LoggedEvent event, String epoch) {
        return new OfficeEventDto(
                SPECIFICATION,
                event.id(),
                "/duban/" + district,
                type(event),
                event.subjectType() + "/" + event.subjectId(),
                times.toContract(event.occurredAt()),
                "application/json",
                new Cursor(epoch, event.position()).toString(),
                data(event));
    }

    Frame toFrame(LoggedEvent event, String epoch) {
        var text = json.writeValueAsString(toContract(event, epoch));
        return Frame.of(Frames.event(new Cursor(epoch, event.position()), type(event), text));
    }

    private String type(LoggedEvent event) {
        return "cn.gov." + district + "." + event.type() + ".v1";
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
