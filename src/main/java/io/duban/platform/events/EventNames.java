package io.duban.platform.events;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What events are called outside, in the attributes of CloudEvents 1.0: on the stream and in what partners are sent. */
@Component
public class EventNames {

    /** The version of CloudEvents. */
    public static final String SPECIFICATION = "1.0";

    private final String district;

    public EventNames(@Value("${duban.district}") String district) {
        this.district = district;
    }

    public String source() {
        return "/duban/" + district;
    }

    /** {@code cn.gov.<district>.<module.entity.verb>.v1}. */
    public String type(String event) {
        return "cn.gov." + district + "." + event + ".v1";
    }

    public String subject(LoggedEvent event) {
        return event.subjectType() + "/" + event.subjectId();
    }
}
