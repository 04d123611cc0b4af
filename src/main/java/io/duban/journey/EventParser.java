package io.duban.journey;

import java.util.function.Consumer;

/** Turns the text of an event stream into messages (WHATWG HTML, section 9.2.6), into whatever pieces the network cut it. */
final class EventParser {

    /** A message as the stream delivers it; {@code id} is what to resume from. */
    record Message(String id, String event, String data) {}

    private final Consumer<Message> reader;
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder data = new StringBuilder();
    private String event = "";
    private String idBuffer = "";
    private String lastEventId;
    private long retryMillis;
    private boolean afterReturn;
    private boolean first = true;

    /**
     * @param lastEventId what the stream before ended with; empty for the first
     * @param retryMillis how long to wait before reconnecting, until the stream says otherwise
     */
    EventParser(String lastEventId, long retryMillis, Consumer<Message> reader) {
        this.lastEventId = lastEventId;
        this.idBuffer = lastEventId;
        this.retryMillis = retryMillis;
        this.reader = reader;
    }

    /** The id of the last message that was complete. */
    String lastEventId() {
        return lastEventId;
    }

    long retryMillis() {
        return retryMillis;
    }

    void feed(CharSequence piece) {
        for (int i = 0; i < piece.length(); i++) {
            character(piece.charAt(i));
        }
    }

    private void character(char c) {
        boolean mark = first && c == '\uFEFF';
        boolean secondOfTwo = afterReturn && c == '\n';
        first = false;
        afterReturn = c == '\r';
        if (mark || secondOfTwo) {
            return;
        }
        if (c == '\r' || c == '\n') {
            take(line.toString());
            line.setLength(0);
        } else {
            line.append(c);
        }
    }

    private void take(String text) {
        if (text.isEmpty()) {
            deliver();
        } else if (text.charAt(0) != ':') {
            int colon = text.indexOf(':');
            String value = colon < 0 ? "" : text.substring(colon + 1);
            field(colon < 0 ? text : text.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value);
        }
    }

    private void field(String name, String value) {
        switch (name) {
            case "event" -> event = value;
            case "data" -> data.append(value).append('\n');
            case "id" -> idBuffer = value.indexOf('\0') < 0 ? value : idBuffer;
            case "retry" -> retryMillis = value.matches("[0-9]{1,9}") ? Long.parseLong(value) : retryMillis;
            default -> {
                // the format asks readers to skip what they do not know
            }
        }
    }

    private void deliver() {
        lastEventId = idBuffer;
        if (data.length() > 0) {
            data.setLength(data.length() - 1);
            reader.accept(new Message(lastEventId, event.isEmpty() ? "message" : event, data.toString()));
        }
        data.setLength(0);
        event = "";
    }
}
