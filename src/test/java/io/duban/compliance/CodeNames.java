package io.duban.compliance;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.duban.compliance.PublishedContract.Named;
import io.duban.support.ProductClasses;
import java.util.List;
import java.util.stream.Stream;

/** What the code calls its types and what it lets them hold. */
final class CodeNames {

    private CodeNames() {}

    /** Of the product, without what is generated from the contract and looked at there. */
    static List<Named> ofTheProduct() {
        return ProductClasses.ALL.stream().flatMap(CodeNames::of).distinct().toList();
    }

    static List<Named> of(String planted) {
        return new ClassFileImporter()
                .importPackages(planted).stream().flatMap(CodeNames::of).toList();
    }

    private static Stream<Named> of(JavaClass type) {
        var name = type.getSimpleName();
        return Stream.concat(
                Stream.of(new Named(name, name)),
                type.getFields().stream().map(field -> new Named(name + "." + field.getName(), field.getName())));
    }
}
