package io.duban.supervision.matters;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What a notice asks a unit to do. To hand in papers, to hold meetings or to print documents is not doing it (若干规定). */
record Requirement(String text) {

    private static final Pattern CLAUSES = Pattern.compile("[,，。;；、!！\\n]|并且?|以及");

    private static final Pattern PAPER = Pattern.compile("(请|要|应|须|需|务必|及时|按时|尽快|于?[^上报送召开印发]{0,12}[前内])*"
            + "(上报|报送|提交|填报|报告|呈报|汇报|召开|开会|印发|下发|转发|制定|出台|建立)"
            + ".{0,20}?(材料|总结|方案|报告|报表|表格|台账|台帐|清单|情况|进展|信息|会议?|文件|通知|简报)?");

    void requireMoreThanPaper() {
        var asked = Arrays.stream(CLAUSES.split(text))
                .map(String::strip)
                .filter(clause -> !clause.isEmpty())
                .toList();
        if (asked.isEmpty()) {
            throw Refusal.invalid("/requirement", "须写明督办要求。", "Say what is to be done.");
        }
        if (asked.stream().allMatch(clause -> PAPER.matcher(clause).matches())) {
            throw Refusal.of(
                    RefusalCode.E_SUP_PAPER_ONLY,
                    "督办要求不能只是报材料、开会、发文;请写明要达到的实际结果。",
                    "A notice cannot only ask for papers, meetings or documents; say what is to be achieved.");
        }
    }
}
