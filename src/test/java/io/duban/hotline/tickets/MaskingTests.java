package io.duban.hotline.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is masked tells two citizens apart and finds neither. */
class MaskingTests {

    @Test
    void keepsTheFamilyNameTheEndsOfANumberAndTheStreet() {
        assertThat(Masking.name("张三丰")).isEqualTo("张*");
        assertThat(Masking.name("𠮷田")).isEqualTo("𠮷*");
        assertThat(Masking.phone("13800001234")).isEqualTo("138****1234");
        assertThat(Masking.phone("12345")).isEqualTo("****");
        assertThat(Masking.address("东湖路1号院3栋2单元")).isEqualTo("东湖路1号院****");
        assertThat(Masking.address("东湖路1号")).isEqualTo("****");
    }

    @Test
    void takesTheNumbersThatLeadToAPersonOutOfWhatWasTold() {
        assertThat(Masking.words("请打13800001234,证件11010519491231002X,座机0531-66601234", Masking::phone))
                .isEqualTo("请打138****1234,证件110****002X,座机053****1234");
        assertThat(Masking.words("请打 138 0000 1234 或 86-13800001234", Masking::phone))
                .doesNotContain("0000 1234")
                .doesNotContain("13800001234");
    }

    @Test
    void leavesOtherNumbersAlone() {
        var words = "8月13日 20:30 在3栋2单元,罚款200000元,单号20261123000123";
        assertThat(Masking.words(words, Masking::phone)).isEqualTo(words);
    }

    @Property
    void noMobileNumberSurvives(@ForAll @IntRange(min = 300_000_000, max = 999_999_999) int rest) {
        var number = "1" + "3" + rest;
        assertThat(Masking.words("我是" + number + ",请回电", Masking::phone)).doesNotContain(number);
    }

    @Test
    void noTitleCarriesANumberThatLeadsToAPerson() {
        var told = SampleTickets.demand(Demand.DemandType.COMPLAINT);
        var demand = new Demand(
                told.channel(),
                told.demandType(),
                told.categoryCode(),
                "请打13800138000找我",
                "请打13800138000找我",
                told.receivedAt(),
                null,
                null,
                null,
                null,
                null,
                false);
        assertThat(demand.title()).isEqualTo("请打****找我");
        assertThat(demand.words()).contains("13800138000");
    }
}
