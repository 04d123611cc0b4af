package io.duban.platform.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What makes two requests the same one. */
class CommandReaderTests {

    private final JsonMapper json = JsonMapper.shared();

    @Test
    void aMemberTheContractGetsLaterDoesNotMakeARepeatedRequestAnother() {
        assertThat(said("{'title':'泵站','parts':[{'unit':1,'done':false}],'copies':[],'note':null,'urgent':false}"))
                .isEqualTo(said("{'title':'泵站','parts':[{'unit':1}]}"));
    }

    @Test
    void whatIsSaidMakesItAnother() {
        assertThat(said("{'urgent':true}")).isNotEqualTo(said("{}"));
        assertThat(said("{'copies':[1]}")).isNotEqualTo(said("{'copies':[2]}"));
        assertThat(said("{'copies':0}")).isNotEqualTo(said("{}"));
    }

    private String said(String request) {
        return CommandReader.said(json.readTree(request.replace('\'', '"'))).toString();
    }
}
