package io.duban.hotline.open311;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.hotline.tickets.HotlineTicketStatus;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.xml.XmlMapper;

/** Answers have the shapes that Boston's and Washington's servers gave, and the words that FixMyStreet understands. */
class AnswerTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Example
    void aFaultHasTheShapeOfBostons() {
        var fault = Answer.fault(400, "Invalid service request: base is a duplicate.");
        assertThat(xml(fault))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><errors><error><code>400</code>"
                        + "<description>Invalid service request: base is a duplicate.</description></error></errors>");
        assertThat(json(fault))
                .isEqualTo("[{\"code\":\"400\",\"description\":\"Invalid service request: base is a duplicate.\"}]");
    }

    @Example
    void aDefinitionHasTheShapeOfWashingtons() {
        var definition = ServiceForm.definition(new Service("S0301", "Pothole", "", "", null));
        assertThat(xml(definition))
                .startsWith(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><service_definition><service_code>S0301</service_code>"
                                + "<attributes><attribute><variable>true</variable><code>DEMAND_TYPE</code>"
                                + "<datatype>singlevaluelist</datatype><required>false</required>")
                .contains("<values><value><key>HELP</key><name>求助</name></value>");
        var tree = JSON.readTree(json(definition));
        assertThat(tree.at("/attributes/0/variable").isBoolean()).isTrue();
        assertThat(tree.at("/attributes/0/values/0/key").asString()).isEqualTo("HELP");
    }

    @Example
    void anEmptyListIsAnEmptyRoot() {
        var none = Answer.of("service_requests", List.of());
        assertThat(xml(none)).endsWith("<service_requests></service_requests>");
        assertThat(json(none)).isEqualTo("[]");
    }

    @Property
    void anyTextMakesReadableXml(@ForAll String text) {
        var answer =
                Answer.of("discovery", new Answer.Fields().with("contact", text).done());
        var read = new XmlMapper()
                .readTree(Format.XML.write(answer, JSON))
                .path("contact")
                .asString();
        assertThat(read.replace('\r', '\n').strip())
                .isEqualTo(XmlAnswer.legal(text)
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .strip());
    }

    @Example
    void everyStateHasAWordAndIsOpenOrClosed() {
        var both = Stream.concat(Stream.of(PublicStatus.states(true)), Stream.of(PublicStatus.states(false)))
                .map(HotlineTicketStatus::valueOf)
                .toList();
        assertThat(both).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(HotlineTicketStatus.class));
    }

    @Example
    void whoWantsToBeRidOfATicketIsNobodysBusiness() {
        var dispatched = PublicStatus.of(HotlineTicketStatus.DISPATCHED, null);
        assertThat(PublicStatus.of(HotlineTicketStatus.SIGNED, null)).isEqualTo(dispatched);
        assertThat(PublicStatus.of(HotlineTicketStatus.RETURN_REQUESTED, null)).isEqualTo(dispatched);
        assertThat(PublicStatus.of(HotlineTicketStatus.DISPUTED, null)).isEqualTo(dispatched);
    }

    @Example
    void whatAnUnauditedFeedbackSaysIsNobodysBusiness() {
        for (var status : HotlineTicketStatus.values()) {
            assertThat(PublicStatus.isAnswered(status))
                    .isEqualTo(EnumSet.of(
                                    HotlineTicketStatus.PENDING_CALLBACK,
                                    HotlineTicketStatus.CLOSED,
                                    HotlineTicketStatus.ARCHIVED)
                            .contains(status));
        }
        assertThat(PublicStatus.of(HotlineTicketStatus.FEEDBACK_SUBMITTED, "RESOLVED"))
                .isEqualTo(PublicStatus.of(HotlineTicketStatus.IN_PROGRESS, null));
    }

    @Example
    void theResultDecidesHowATicketEnded() {
        assertThat(PublicStatus.of(HotlineTicketStatus.CLOSED, "RESOLVED").word())
                .isEqualTo(StatusWord.FIXED);
        assertThat(PublicStatus.of(HotlineTicketStatus.CLOSED, "EXPLAINED").word())
                .isEqualTo(StatusWord.CLOSED);
        assertThat(PublicStatus.of(HotlineTicketStatus.CLOSED, "NOT_POSSIBLE").word())
                .isEqualTo(StatusWord.NO_FURTHER_ACTION);
        assertThat(PublicStatus.of(HotlineTicketStatus.MERGED, null).word()).isEqualTo(StatusWord.DUPLICATE);
        assertThat(PublicStatus.of(HotlineTicketStatus.NOT_ACCEPTED, null).word())
                .isEqualTo(StatusWord.NOT_COUNCILS_RESPONSIBILITY);
    }

    private static String xml(Answer answer) {
        return new String(Format.XML.write(answer, JSON), StandardCharsets.UTF_8);
    }

    private static String json(Answer answer) {
        return new String(Format.JSON.write(answer, JSON), StandardCharsets.UTF_8);
    }
}
