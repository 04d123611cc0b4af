package io.duban.hotline.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.duban.support.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is one place: addresses as people tell them, points of both coordinate systems. */
class PlaceTests {

    private static final TestDatabase DATABASE = TestDatabase.create();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "湖北省武汉市南湖区东湖路1号3栋2单元502室, 东湖路1号3栋",
        "东湖路 1 号, 东湖路1号",
        "东湖路１号, 东湖路1号",
        "南湖区东湖花园3栋5楼, 东湖花园3栋",
        "东湖小区3-2-501, 东湖小区3",
        "东湖开发区科技路12号, 东湖开发区科技路12号",
        "（旧）西山街5＃, 西山街5号",
        "五羊县人民路8号, 人民路8号",
    })
    void anAddressHasOneForm(String told, String form) throws SQLException {
        assertThat(text("select place_address(?)", told)).isEqualTo(form);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "东湖路1号, 南湖区东湖路1号东湖花园, true",
        "东湖路1号, 东湖路1号2单元, true",
        "东湖路1号, 东湖路11号, false",
        "东湖路1号, 东湖南路1号, false",
        "东湖花园3栋, 东湖花园, true",
        "东湖花园3栋, 西山花园3栋, false",
        "湖北省武汉市南湖区东湖路1号, 湖北省武汉市南湖区西山街1号, false",
    })
    void addressesAreOnePlaceWhereTheHouseIsTheSame(String one, String other, boolean same) throws SQLException {
        var likeness = text("""
                select places_alike(one, search_pairs(one), two, search_pairs(two)) >= 0.8
                from place_address(?) one, place_address(?) two""", one, other);
        assertThat(likeness).isEqualTo(same ? "t" : "f");
    }

    /** The pairs that the open implementations of the formula test with: Shanghai, Shenzhen, Beijing. */
    @ParameterizedTest
    @CsvSource({
        "31.17530398364597, 121.531541859215, 31.1774276, 121.5272106",
        "22.540796131694766, 113.9171764808363, 22.543847, 113.912316",
        "39.91334545536069, 116.38404722455657, 39.911954, 116.377817",
    })
    void aPointOfAChineseMapIsBroughtBack(double lat, double lon, double wgsLat, double wgsLon) throws SQLException {
        var metres = Double.parseDouble(text(
                "select metres_between(w[1], w[2], ?::float8, ?::float8) from wgs_84(?::float8, ?::float8, 'GCJ_02') w",
                wgsLat,
                wgsLon,
                lat,
                lon));
        assertThat(metres).isLessThan(0.5);
    }

    @Test
    void aPointAbroadOrOfTheEarthStaysWhereItIs() throws SQLException {
        assertThat(text("select wgs_84(48.85, 2.35, 'GCJ_02')::text")).isEqualTo("{48.85,2.35}");
        assertThat(text("select wgs_84(30.5, 114.3, 'WGS_84')::text")).isEqualTo("{30.5,114.3}");
    }

    @Test
    void aDegreeToTheNorthIsAHundredAndElevenKilometres() throws SQLException {
        assertThat(Double.parseDouble(text("select metres_between(30, 114, 31, 114)")))
                .isCloseTo(111_195, within(1.0));
    }

    private static String text(String sql, Object... values) throws SQLException {
        try (var connection = DATABASE.connect();
                var query = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
