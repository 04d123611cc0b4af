package io.duban.support;

import java.util.UUID;

/** People and units of the demo district that tests speak of by name. */
public final class DemoDistrict {

    public static final UUID HOUSING_BUREAU = id(111);
    public static final UUID URBAN_BUREAU = id(112);

    public static final UUID LEADER = id(201);
    public static final UUID DIRECTOR = id(204);
    public static final UUID DISPATCHER = id(216);
    public static final UUID HOUSING_HEAD = id(228);
    public static final UUID HOUSING_LIAISON = id(230);
    public static final UUID HOUSING_HANDLER = id(231);
    public static final UUID URBAN_HEAD = id(232);
    public static final UUID URBAN_LIAISON = id(234);
    public static final UUID URBAN_HANDLER = id(235);

    private DemoDistrict() {}

    private static UUID id(int number) {
        return UUID.fromString("01900000-0000-7000-8000-000000000" + number);
    }
}
