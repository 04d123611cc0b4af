package io.duban.platform.clocks;

/**
 * Notices for years of tests. All of these years begin on a Wednesday, as 2031: 2042, 2053, 2059, 2070 and 2081. A clock of five working days that
 * was started on 25 September is due at the end of 7 October before the notice is loaded, of 9 October by the long holiday.
 */
enum Arrangements {
    HOLIDAYS {
        @Override
        String of(int year) {
            return """
                    {"first":"%1$d-01-01","last":"%1$d-01-01"},{"first":"%1$d-05-01","last":"%1$d-05-05"},
                    {"first":"%1$d-10-01","last":"%1$d-10-07"}""".formatted(year);
        }
    },
    LONG {
        @Override
        String of(int year) {
            return notice(year, HOLIDAYS.of(year), year + "-10-11");
        }
    },
    SHORT {
        @Override
        String of(int year) {
            return notice(year, HOLIDAYS.of(year).replace("-10-07", "-10-03"), "");
        }
    };

    abstract String of(int year);

    static String notice(int year, String off, String work) {
        return """
                {"notice":{"title":"国务院办公厅关于%d年部分节假日安排的通知","number":"国办发明电〔2026〕1号","issuedOn":"2026-11-02"},
                 "off":[%s],"work":[%s]}""".formatted(year, off, work.isEmpty() ? "" : "\"" + work + "\"");
    }
}
