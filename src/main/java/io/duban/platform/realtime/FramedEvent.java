package io.duban.platform.realtime;

import io.duban.contract.StreamNameDto;
import io.duban.platform.events.LogPosition;
import io.duban.platform.events.LoggedEvent;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An event on its way to phones: which board it belongs to, and its bytes, made when the first of them needs it and then shared by all. */
final class FramedEvent {

    private final long index;
    private final LoggedEvent event;
    private final @Nullable StreamNameDto board;
    private final Function<LoggedEvent, Frame> encoding;
    private volatile @Nullable Frame frame;

    FramedEvent(long index, LoggedEvent event, Function<LoggedEvent, Frame> encoding) {
        this.index = index;
        this.event = event;
        this.board = boardOf(event.subjectType());
        this.encoding = encoding;
    }

    /** Its number in this instance's tail, without gaps. */
    long index() {
        return index;
    }

    LoggedEvent event() {
        return event;
    }

    LogPosition position() {
        return event.position();
    }

    /** The stream everybody in scope may follow it on; null when it is only for its addressees. */
    @Nullable
    StreamNameDto board() {
        return board;
    }

    Frame frame() {
        var made = frame;
        if (made == null) {
            synchronized (this) {
                made = frame;
                if (made == null) {
                    made = encoding.apply(event);
                    frame = made;
                }
            }
        }
        return made;
    }

    static @Nullable StreamNameDto boardOf(String subjectType) {
        var module = subjectType.substring(0, Math.max(0, subjectType.indexOf('.')));
        return switch (module) {
            case "hotline" -> StreamNameDto.HOTLINE;
            case "supervision" -> StreamNameDto.SUPERVISION;
            case "document" -> StreamNameDto.DOCUMENTS;
            default -> null;
        };
    }
}
