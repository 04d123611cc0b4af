package io.duban.hotline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Workbook;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** A file with any byte changed is read, or refused as unreadable; nothing else happens. */
class DamagedWorkbookTests {

    private static final Workbooks WORKBOOKS = new Workbooks();

    @AfterContainer
    static void close() {
        WORKBOOKS.close();
    }

    @Property(tries = 200)
    void isReadOrRefused(@ForAll int place, @ForAll byte noise) {
        var file = Workbook.of(List.of(List.of("code", "name"), List.of("A", 3)));
        file[Math.floorMod(place, file.length)] ^= noise;
        try {
            assertThat(WORKBOOKS.read(file, "/file").block().rows()).hasSizeLessThan(10);
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_VALIDATION);
        }
    }
}
