package io.duban.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.journey.EventParser.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventParserTests {

    private final List<Message> heard = new ArrayList<>();
    private final EventParser parser = new EventParser("", 1000, heard::add);

    @Test
    void deliversMessage() {
        parser.feed("id: 7\nevent: ticket\ndata: {\"a\":1}\n\n");

        assertThat(heard).containsExactly(new Message("7", "ticket", "{\"a\":1}"));
        assertThat(parser.lastEventId()).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void readsEveryLineEndInEveryPiece(String end) {
        var stream = "\uFEFFretry: 250\nid: 1\ndata: 一\ndata: 二\n\n: still here\n\nid: 2\nevent: x\ndata:y\n\n"
                .replace("\n", end);

        for (int cut = 1; cut < stream.length(); cut++) {
            heard.clear();
            var pieces = new EventParser("", 1000, heard::add);
            pieces.feed(stream.substring(0, cut));
            pieces.feed(stream.substring(cut));

            assertThat(heard).containsExactly(new Message("1", "message", "一\n二"), new Message("2", "x", "y"));
            assertThat(pieces.retryMillis()).isEqualTo(250);
        }
    }

    @Test
    void readsOneCharacterAtATime() {
        "id: 1\r\ndata: a\r\n\r\n".chars().forEach(c -> parser.feed(String.valueOf((char) c)));

        assertThat(heard).containsExactly(new Message("1", "message", "a"));
    }

    @Test
    void skipsComments() {
        parser.feed(":\n\n: beat\ndata: a\n:in between\n\n");

        assertThat(heard).containsExactly(new Message("", "message", "a"));
    }

    @Test
    void keepsToTheLastWholeMessageForResuming() {
        parser.feed("id: 1\ndata: a\n\nid: 2\ndata: b\n");

        assertThat(parser.lastEventId()).isEqualTo("1");
        assertThat(heard).hasSize(1);
    }

    @Test
    void goesOnFromTheStreamBefore() {
        var resumed = new EventParser("41", 1000, heard::add);

        resumed.feed("data: a\n\n");

        assertThat(heard).containsExactly(new Message("41", "message", "a"));
    }

    @Test
    void takesOverAnIdWithoutData() {
        parser.feed("id: 5\n\n");

        assertThat(heard).isEmpty();
        assertThat(parser.lastEventId()).isEqualTo("5");
    }

    @Test
    void ignoresWhatItDoesNotKnow() {
        parser.feed("colour: red\nretry: soon\nid: a\0b\ndata\n\n");

        assertThat(heard).containsExactly(new Message("", "message", ""));
        assertThat(parser.retryMillis()).isEqualTo(1000);
    }
}
