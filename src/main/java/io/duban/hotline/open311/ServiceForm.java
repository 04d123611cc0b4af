package io.duban.hotline.open311;

import io.duban.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every service asks beside the standard's own fields; none of it must be answered. */
enum ServiceForm {
    DEMAND_TYPE(
            "singlevaluelist",
            "诉求类型",
            choices("HELP", "求助", "COMPLAINT", "投诉", "CONSULTATION", "咨询", "SUGGESTION", "建议", "PRAISE", "表扬")),
    PUBLISH("singlevaluelist", "同意公开诉求内容、地点和办理结果(不含姓名和联系方式)", yesOrNo()),
    KEEP_SECRET("singlevaluelist", "要求保密", yesOrNo()),
    fixmystreet_id("string", "external report id", Map.of());

    private final String datatype;
    private final String description;
    private final Map<String, String> values;

    ServiceForm(String datatype, String description, Map<String, String> values) {
        this.datatype = datatype;
        this.description = description;
        this.values = values;
    }

    /** The definition of a service. */
    static Answer definition(Service service) {
        return Answer.of(
                "service_definition",
                new Answer.Fields()
                        .with("service_code", service.code())
                        .with(
                                "attributes",
                                Arrays.stream(values())
                                        .map(ServiceForm::described)
                                        .toList())
                        .done());
    }

    /**
     * The answer, or what stands for none.
     *
     * @throws Refusal {@code E_GEN_VALIDATION} for a value that is none of those offered
     */
    String answer(Map<String, List<String>> attributes, String none) {
        var given = attributes.getOrDefault(name(), List.of());
        if (given.isEmpty()) {
            return none;
        }
        if (!values.isEmpty() && (given.size() > 1 || !values.containsKey(given.get(0)))) {
            throw Refusal.invalid(
                    name(),
                    "attribute[%s] 须为 %s 之一。".formatted(name(), values.keySet()),
                    "attribute[%s] takes one of %s.".formatted(name(), values.keySet()));
        }
        return given.get(0);
    }

    boolean isYes(Map<String, List<String>> attributes, boolean none) {
        return answer(attributes, none ? "YES" : "NO").equals("YES");
    }

    private Map<String, Object> described() {
        return new Answer.Fields()
                .with("variable", true)
                .with("code", name())
                .with("datatype", datatype)
                .with("required", false)
                .with("datatype_description", "")
                .with("order", ordinal() + 1)
                .with("description", description)
                .with("automated", this == fixmystreet_id ? "server_set" : null)
                .with("values", values.isEmpty() ? null : listed())
                .done();
    }

    private List<Map<String, Object>> listed() {
        var listed = new ArrayList<Map<String, Object>>();
        values.forEach((key, name) -> listed.add(
                new Answer.Fields().with("key", key).with("name", name).done()));
        return listed;
    }

    private static Map<String, String> yesOrNo() {
        return choices("YES", "是", "NO", "否");
    }

    private static Map<String, String> choices(String... keysAndNames) {
        var choices = new LinkedHashMap<String, String>();
        for (int i = 0; i < keysAndNames.length; i += 2) {
            choices.put(keysAndNames[i], keysAndNames[i + 1]);
        }
        return choices;
    }
}
