package io.duban.bench.requests;

import io.duban.bench.Product;

/** Photos that a bureau's head has named in his report on a ticket: one by the API, the others copied from its row. */
final class Declared {

    static final String SENDER = "urban.head";

    private static final String ID = "01900000-0000-7000-9100-";

    private Declared() {}

    static String id(long number) {
        return ID + "%012d".formatted(number);
    }

    static void by(Product product, Photo photo) {
        product.office().reported("bench uploads", """
                {"id":"%s","sha256":"%s","sizeBytes":%d,"purpose":"BEFORE"}""".formatted(id(0), photo.sha256(), photo.bytes().length));
    }

    /** Sees to it that there are declarations up to this number. */
    static void more(Product product, long number) {
        var columns = String.join(", ", product.database().list("""
                        select column_name from information_schema.columns where table_name = 'declared_file' and column_name <> 'id'
                        order by ordinal_position"""));
        product.database().execute("""
                insert into declared_file (id, %1$s) select ('%2$s' || lpad(n::text, 12, '0'))::uuid, %1$s
                from declared_file, generate_series(1, %3$d) n where id = '%4$s' on conflict do nothing""".formatted(columns, ID, number, id(0)));
    }
}
