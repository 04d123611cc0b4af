package io.duban.platform.persistence;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.util.ParsingUtils;

/** Which columns a record's components are, by the annotations and the naming of Spring Data Relational. */
record RecordShape(Class<?> type, List<Part> parts) {

    /** A component: a column, or a record embedded with columns of its own. */
    sealed interface Part {

        RecordComponent component();
    }

    record InColumn(RecordComponent component, String column) implements Part {}

    /** @param nullable whether nothing stands for it where all of its columns are null */
    record InColumns(RecordComponent component, RecordShape shape, boolean nullable) implements Part {}

    static RecordShape of(Class<?> type) {
        return of(type, "");
    }

    private static RecordShape of(Class<?> type, String prefix) {
        return new RecordShape(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(component -> part(component, prefix))
                        .toList());
    }

    private static Part part(RecordComponent component, String prefix) {
        var embedded = AnnotatedElementUtils.findMergedAnnotation(component.getAccessor(), Embedded.class);
        return embedded == null
                ? new InColumn(component, prefix + column(component))
                : new InColumns(
                        component,
                        of(component.getType(), prefix + embedded.prefix()),
                        embedded.onEmpty() == Embedded.OnEmpty.USE_NULL);
    }

    private static String column(RecordComponent component) {
        var named = AnnotatedElementUtils.findMergedAnnotation(component.getAccessor(), Column.class);
        return named == null ? ParsingUtils.reconcatenateCamelCase(component.getName(), "_") : named.value();
    }

    /** Records of tables are seen by their own package only. */
    static MethodHandles.Lookup inside(Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("all records are in one module with this", impossible);
        }
    }
}
